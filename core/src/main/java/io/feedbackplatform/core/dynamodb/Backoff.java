package io.feedbackplatform.core.dynamodb;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits before a request is tried again: a random part of a span that doubles with each attempt
 * ("full jitter", AWS Architecture Blog, Exponential Backoff and Jitter).
 */
record Backoff(Duration first) {

  /**
   * @param attempt the attempt that just failed, from 1
   * @throws RuntimeException the failure, when there have been enough attempts or the thread is to
   *     stop
   */
  void pauseOrThrow(int attempt, int most, RuntimeException failure) {
    if (attempt >= most) {
      throw failure;
    }
    long span = first.toNanos() << (attempt - 1);
    try {
      Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(span) + 1));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
