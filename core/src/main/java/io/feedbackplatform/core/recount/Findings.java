package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.recount.RecountReport.Drift;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a recount has found so far, pass by pass, and what is left to find. */
final class Findings {

  private final Set<CounterKey> settled = new HashSet<>();
  private final Map<CounterKey, Finding> drifted = new LinkedHashMap<>();
  private final Map<CounterKey, Finding> corrected = new HashMap<>();
  private final Set<CounterKey> known = new HashSet<>();
  private long items;
  private long unreadable;
  private List<String> examples = List.of();
  private Expiry expiry = Expiry.NONE;
  private boolean begun;

  /** A counter that was compared, and mended if it had to be and was to be. */
  record Finding(CounterKey key, Counts counted, Counts recounted, boolean repair) {

    boolean fits() {
      return counted.equals(recounted);
    }
  }

  void begin(Recount recount, Collection<CounterKey> counters) {
    begun = true;
    items = recount.items();
    unreadable = recount.unreadable();
    examples = recount.examples();
    expiry = recount.expiry();
    known.addAll(counters);
    known.addAll(recount.counts().keySet());
  }

  void add(Collection<CounterKey> counters) {
    known.addAll(counters);
  }

  /** The counters that are known and not yet compared. */
  List<CounterKey> open() {
    return known.stream().filter(key -> !settled.contains(key)).toList();
  }

  boolean isSettled(CounterKey key) {
    return settled.contains(key);
  }

  void settle(Finding finding) {
    settled.add(finding.key());
    var before = corrected.get(finding.key());
    if (!finding.fits()) {
      drifted.put(finding.key(), finding);
    } else if (before != null && !before.fits()) {
      drifted.put(finding.key(), before);
    }
  }

  /** Notes a counter that was mended with another, and has still to be compared. */
  void correct(Finding finding) {
    corrected.putIfAbsent(finding.key(), finding);
  }

  boolean areBegun() {
    return begun;
  }

  boolean areComplete() {
    return begun && open().isEmpty();
  }

  RecountReport report() {
    return report(false);
  }

  /** What was found before it was cut off. */
  RecountReport reportOfPart() {
    return report(true);
  }

  private RecountReport report(boolean cutOff) {
    var drift = new ArrayList<Drift>();
    for (var finding : drifted.values()) {
      drift.add(new Drift(finding.key(), finding.counted(), finding.recounted(), finding.repair()));
    }
    return new RecountReport(
        items, unreadable, examples, settled.size(), drift, open(), expiry, cutOff);
  }
}
