package io.feedbackplatform.core.limit;

import java.time.Clock;
import java.util.Map;

/**
 * Keeps callers to a rate within this process alone: for those who act for no tenant, in whose
 * partition a shared bucket would lie.
 *
 * @param <K> what tells callers apart
 */
public final class LocalRateLimiter<K> {

  private final Rate rate;
  private final Map<K, LocalBucket> known;
  private final Clock clock;

  /**
   * @param known safe for many threads, and free to forget, whereupon a bucket is full
   */
  public LocalRateLimiter(Rate rate, Map<K, LocalBucket> known, Clock clock) {
    this.rate = new Rate(rate.permits(), rate.period(), rate.burst(), Integer.MAX_VALUE);
    this.known = known;
    this.clock = clock;
  }

  /** Lets a request through or not. */
  public Verdict take(K caller) {
    return known
        .computeIfAbsent(caller, unknown -> new LocalBucket())
        .take(rate, clock.instant(), LocalRateLimiter::tellNobody, failure -> {});
  }

  private static SharedBuckets.Settled tellNobody(SharedBuckets.Use use) {
    return new SharedBuckets.Settled(use.own(), use.isFlowing());
  }
}
