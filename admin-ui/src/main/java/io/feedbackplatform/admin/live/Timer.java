package io.feedbackplatform.admin.live;

import java.time.Duration;

/** Runs tasks later, on threads that may block. */
@FunctionalInterface
interface Timer {
  /** Runs the task once after the delay; the result calls it off. */
  Runnable after(Duration delay, Runnable task);
}
