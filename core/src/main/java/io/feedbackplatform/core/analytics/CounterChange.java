package io.feedbackplatform.core.analytics;

/**
 * What changes in one counter.
 *
 * @param counts added to what was ever submitted and not deleted since
 * @param expired added to that part of it whose time was up, and which nobody can read any more
 */
public record CounterChange(CounterKey key, Counts counts, Counts expired) {

  public static CounterChange counted(CounterKey key, Counts counts) {
    return new CounterChange(key, counts, Counts.ZERO);
  }

  public static CounterChange expired(CounterKey key, Counts expired) {
    return new CounterChange(key, Counts.ZERO, expired);
  }
}
