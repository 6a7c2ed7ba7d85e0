package io.feedbackplatform.core.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What one process knows of a bucket: what it was last told, and what it has let through since. All
 * times are nanoseconds since 1970.
 */
public final class LocalBucket {

  /** How long others are not asked again that did not answer. */
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  /** At least so far a clock may be ahead before it is not believed. */
  private static final long SKEW = Duration.ofSeconds(10).toNanos();

  private long until;
  private long own;
  private long pending;
  private long told;
  private boolean wasFlowing;
  private long pausedUntil;

  LocalBucket() {}

  /**
   * Lets a request through or not, and tells the others when there is enough to tell.
   *
   * @param settle adds to the shared bucket; may fail
   * @param failures hears of it when it did
   */
  synchronized Verdict take(
      Rate rate,
      Instant at,
      Function<SharedBuckets.Use, SharedBuckets.Settled> settle,
      Consumer<RuntimeException> failures) {
    long now = nanos(at);
    long furthest = now + rate.tolerance() + Math.max(rate.tolerance(), SKEW);
    until = Math.min(until, furthest);
    long then = Math.max(until, now) + rate.interval();
    if (then - now > rate.tolerance()) {
      return verdict(false, rate, now);
    }
    until = then;
    own = Math.max(own, now) + rate.interval();
    pending++;
    if (pending >= rate.unsettled() && now >= pausedUntil) {
      settle(rate, now, furthest, settle, failures);
    }
    return verdict(true, rate, now);
  }

  private void settle(
      Rate rate,
      long now,
      long furthest,
      Function<SharedBuckets.Use, SharedBuckets.Settled> settle,
      Consumer<RuntimeException> failures) {
    long span = Math.min(pending, rate.burst()) * rate.interval();
    var use =
        new SharedBuckets.Use(
            instant(now),
            Duration.ofNanos(span),
            instant(Math.min(Math.max(own, now), furthest)),
            instant(furthest),
            told > now || wasFlowing);
    try {
      var settled = settle.apply(use);
      told = nanos(settled.until());
      until = told;
      wasFlowing = settled.wasFlowing();
      pending = 0;
      own = 0;
    } catch (RuntimeException away) {
      pausedUntil = now + PAUSE;
      failures.accept(away);
    }
  }

  private Verdict verdict(boolean isAllowed, Rate rate, long now) {
    long ahead = Math.max(until - now, 0);
    long remaining = Math.max(rate.tolerance() - ahead, 0) / rate.interval();
    long wait = Math.max(ahead + rate.interval() - rate.tolerance(), 0);
    return new Verdict(isAllowed, remaining, Duration.ofNanos(ahead), Duration.ofNanos(wait));
  }

  static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }
}
