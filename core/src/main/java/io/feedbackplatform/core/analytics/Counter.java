package io.feedbackplatform.core.analytics;

/**
 * A counter as it is kept.
 *
 * @param expired the part of the counts whose feedback expired, so that the rest equals a recount
 * @param version raised by every write, also by one that changes no count
 */
public record Counter(CounterKey key, Counts counts, Counts expired, long version) {

  /** One that was never written. */
  public static Counter none(CounterKey key) {
    return new Counter(key, Counts.ZERO, Counts.ZERO, 0);
  }

  /** What a recount of the feedback that is there must give. */
  public Counts live() {
    return counts.minus(expired);
  }
}
