package io.feedbackplatform.infra.local;

import java.time.Duration;

/** Hears of each step of the start as it is done. */
public interface Progress {

  void done(String step, Duration took);
}
