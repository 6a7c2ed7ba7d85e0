package io.feedbackplatform.core.analytics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The changes of many events, added up for each counter. A counter stays even when its changes take
 * back each other: between them, somebody may have read what they changed.
 */
public final class Fold {

  private final Map<CounterKey, Tally> tallies = new HashMap<>();

  private static final class Tally {
    private final long[] counts = new long[Counts.PARTS];
    private final long[] expired = new long[Counts.PARTS];
  }

  public void add(List<CounterChange> difference) {
    for (int i = 0; i < difference.size(); i++) {
      var change = difference.get(i);
      var tally = tallies.computeIfAbsent(change.key(), key -> new Tally());
      if (change.counts() != Counts.ZERO) {
        change.counts().addTo(tally.counts);
      }
      if (change.expired() != Counts.ZERO) {
        change.expired().addTo(tally.expired);
      }
    }
  }

  /** How many counters there would be with this difference in it, too. */
  public int sizeWith(List<CounterChange> difference) {
    int size = tallies.size();
    for (var change : difference) {
      if (!tallies.containsKey(change.key())) {
        size++;
      }
    }
    return size;
  }

  /** How many counters change. */
  public int size() {
    return tallies.size();
  }

  /** The change of each counter, in no order. */
  public List<CounterChange> changes() {
    var changes = new ArrayList<CounterChange>(tallies.size());
    tallies.forEach((key, tally) ->
        changes.add(
            new CounterChange(key, Counts.ofParts(tally.counts), Counts.ofParts(tally.expired))));
    return changes;
  }
}
