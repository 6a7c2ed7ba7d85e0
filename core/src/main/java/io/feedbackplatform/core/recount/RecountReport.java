package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import java.util.List;

/**
 * What a recount found.
 *
 * @param items how many pieces of feedback it read, spam included
 * @param unreadable how many items it could not read; with any, nothing is compared
 * @param compared how many counters it compared with the feedback that they count
 * @param drift the counters that did not fit
 * @param unsettled the counters that could not be compared, since they kept changing or changes of
 *     theirs were still under way
 */
public record RecountReport(
    long items, long unreadable, int compared, List<Drift> drift, List<CounterKey> unsettled) {

  /**
   * A counter that did not fit.
   *
   * @param counted what it said of the feedback that is there
   * @param recounted what there is
   * @param repaired whether it says so now
   */
  public record Drift(CounterKey key, Counts counted, Counts recounted, boolean repaired) {}

  public RecountReport {
    drift = List.copyOf(drift);
    unsettled = List.copyOf(unsettled);
  }

  /** Whether every counter is known to fit now. */
  public boolean isExact() {
    return unreadable == 0 && unsettled.isEmpty() && drift.stream().allMatch(Drift::repaired);
  }
}
