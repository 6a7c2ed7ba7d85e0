package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import java.util.List;

/**
 * How a counter is made right.
 *
 * @param version that it had; 0 for one that was not there
 * @param counts what it is to count
 * @param expired the part of the counts whose feedback expired
 * @param wider counters of the same feedback, and of more, that miss the same
 * @param correction what is added to these
 */
public record Repair(
    CounterKey key,
    long version,
    Counts counts,
    Counts expired,
    List<CounterKey> wider,
    Counts correction) {

  public Repair {
    wider = List.copyOf(wider);
  }

  /** Of one counter alone. */
  public static Repair alone(CounterKey key, long version, Counts counts, Counts expired) {
    return new Repair(key, version, counts, expired, List.of(), Counts.ZERO);
  }
}
