package io.feedbackplatform.api.problem;

import java.io.IOException;

/** An answer that failed after it had begun; its cause has been logged. */
public final class BrokenOff extends IOException {

  /** The attribute of a request whose answer it is. */
  static final String NOTED = BrokenOff.class.getName();

  BrokenOff() {
    super("an answer broke off");
  }
}
