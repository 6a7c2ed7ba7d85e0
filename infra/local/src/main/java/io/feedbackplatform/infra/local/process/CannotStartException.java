package io.feedbackplatform.infra.local.process;

import java.util.Objects;

/** The system cannot start; the message is one line that says what to do about it. */
public final class CannotStartException extends Exception {

  private static final long serialVersionUID = 1L;

  public CannotStartException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
