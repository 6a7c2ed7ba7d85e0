package io.feedbackplatform.core.limit;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps callers to their rates, together with all other processes that have the same shared
 * buckets.
 *
 * <p>The rule is GCRA, the token bucket as one instant (ITU-T I.371, "virtual scheduling"; as in
 * Brandur Leach's throttled and redis-cell). Each process applies it in memory to what it knows and
 * tells the others after every {@link Rate#unsettled} requests that it let through, rather than
 * asking before each (compare the local cache in front of Lyft's ratelimit, and the batched
 * consumption of Doorman and Guava's permits on account). So a burst costs no write, and neither
 * does a refusal; {@code n} processes let through what the rate permits and at most {@code n *
 * unsettled} more, which they take back from what follows.
 *
 * <p>When the shared buckets do not answer, the process goes on by itself with the whole rate, and
 * says so: a limiter must not take down what it protects.
 */
public final class RateLimiter {

  /** What a process writes to its log when it goes on by itself, and an alarm counts. */
  public static final String ALONE = "This process limits requests alone";

  private final SharedBuckets shared;
  private final Map<BucketId, LocalBucket> known;
  private final Clock clock;
  private final Consumer<RuntimeException> failures;

  /**
   * @param known what this process knows: safe for many threads, and free to forget, whereupon a
   *     bucket looks full
   * @param failures hears of each time that the shared buckets did not answer
   */
  public RateLimiter(
      SharedBuckets shared,
      Map<BucketId, LocalBucket> known,
      Clock clock,
      Consumer<RuntimeException> failures) {
    this.shared = shared;
    this.known = known;
    this.clock = clock;
    this.failures = failures;
  }

  /** Lets a request through or not. */
  public Verdict take(BucketId id, Rate rate) {
    return known
        .computeIfAbsent(id, unknown -> new LocalBucket())
        .take(rate, clock.instant(), use -> shared.settle(id.tenant(), id.name(), use), failures);
  }

  /** Forgets everything, as copies of a process must not share what it has not told. */
  public void forget() {
    known.clear();
  }
}
