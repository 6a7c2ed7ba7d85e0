package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a recount found.
 *
 * @param items how many pieces of feedback it read, spam included
 * @param unreadable how many items it could not read; with any, nothing is compared
 * @param examples the ids of some of these
 * @param compared how many counters it compared with the feedback that they count
 * @param drift the counters that did not fit
 * @param unsettled the counters that could not be compared, since they kept changing or changes of
 *     theirs were still under way, or since it was cut off
 * @param expiry what of its feedback goes by itself
 * @param cutOff whether it ended before it had compared all that it could: time was up, or it
 *     failed
 */
public record RecountReport(
    long items,
    long unreadable,
    List<String> examples,
    int compared,
    List<Drift> drift,
    List<CounterKey> unsettled,
    Expiry expiry,
    boolean cutOff) {

  private static final Duration DAY = Duration.ofDays(1);

  /** One that went to its end, of feedback that stays. */
  public RecountReport(
      long items, long unreadable, int compared, List<Drift> drift, List<CounterKey> unsettled) {
    this(items, unreadable, List.of(), compared, drift, unsettled, Expiry.NONE, false);
  }

  /**
   * A counter that did not fit.
   *
   * @param counted what it said of the feedback that is there
   * @param recounted what there is
   * @param repaired whether it says so now
   */
  public record Drift(CounterKey key, Counts counted, Counts recounted, boolean repaired) {}

  public RecountReport {
    examples = List.copyOf(examples);
    drift = List.copyOf(drift);
    unsettled = List.copyOf(unsettled);
  }

  /**
   * How many of the counters that could not be compared should be at rest, since their time is over
   * for more than a day, and nothing expires in it at the moment. None of a recount that was cut
   * off, which tells nothing of them; all of one that found something unreadable, so that somebody
   * hears of it.
   */
  public long unsettledPast(Instant now) {
    if (cutOff) {
      return 0;
    }
    var yesterday = now.minus(DAY);
    return unsettled.stream()
        .map(CounterKey::bucket)
        .filter(bucket -> Expiry.endOf(bucket).isBefore(yesterday) && !expiry.goesOnIn(bucket))
        .count();
  }

  /** Whether every counter is known to fit now. */
  public boolean isExact() {
    return !cutOff
        && unreadable == 0
        && unsettled.isEmpty()
        && drift.stream().allMatch(Drift::repaired);
  }
}
