package io.feedbackplatform.core.limit;

import java.time.Duration;

/**
 * How often something may happen: a bucket that holds {@code burst} tokens and is filled with
 * {@code permits} of them each period, one after the other.
 *
 * @param unsettled how many requests a process lets through before it tells the others of them: the
 *     most by which each process may go over the rate for a moment
 */
public record Rate(long permits, Duration period, long burst, int unsettled) {

  public Rate {
    if (permits < 1 || burst < 1 || unsettled < 1) {
      throw new IllegalArgumentException("a rate lets at least one request through");
    }
    if (!period.isPositive() || period.toNanos() / permits < 1) {
      throw new IllegalArgumentException("a rate is at most one request a nanosecond");
    }
    if (period.compareTo(Duration.ofDays(1)) > 0 || burst > 10_000_000) {
      throw new IllegalArgumentException("a rate is of a day at most, a burst of ten million");
    }
  }

  /** After how long one more request is permitted, in the long run. */
  long interval() {
    return period.toNanos() / permits;
  }

  /** How far ahead of an even flow a caller may be. */
  long tolerance() {
    return Math.multiplyExact(interval(), burst);
  }
}
