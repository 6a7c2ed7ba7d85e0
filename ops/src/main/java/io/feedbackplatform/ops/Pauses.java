package io.feedbackplatform.ops;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pauses {

  /** For real. */
  Pauses REAL =
      length -> {
        try {
          Thread.sleep(length);
        } catch (InterruptedException ending) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while waiting", ending);
        }
      };

  void pause(Duration length);
}
