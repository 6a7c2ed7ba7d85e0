package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.Scope;
import java.util.List;

/**
 * What is kept of a recount's report, for people of the platform to read: which counters did not
 * fit and by how much, and neither what they count nor any word of the tenant's, so that categories
 * and tags have no name here.
 *
 * @param items how many pieces of feedback it read, spam included
 * @param unreadable how many items it could not read; with any, nothing is compared
 * @param compared how many counters it compared
 * @param drifted how many of these did not fit
 * @param repaired how many of those fit now
 * @param unsettled how many counters could not be compared
 * @param drift the first {@value #MOST_DETAILS} of those that did not fit
 * @param open the first {@value #MOST_DETAILS} of those that could not be compared
 */
public record RecountResult(
    long items,
    long unreadable,
    int compared,
    int drifted,
    int repaired,
    int unsettled,
    List<Drift> drift,
    List<CounterKey> open) {

  public static final int MOST_DETAILS = 100;

  /**
   * A counter that did not fit.
   *
   * @param difference what it said beyond what there is; parts that were short are negative
   * @param repaired whether it fits now
   */
  public record Drift(CounterKey key, Counts difference, boolean repaired) {}

  public RecountResult {
    drift = List.copyOf(drift);
    open = List.copyOf(open);
  }

  public static RecountResult of(RecountReport report) {
    return new RecountResult(
        report.items(),
        report.unreadable(),
        report.compared(),
        report.drift().size(),
        Math.toIntExact(report.drift().stream().filter(RecountReport.Drift::repaired).count()),
        report.unsettled().size(),
        report.drift().stream()
            .limit(MOST_DETAILS)
            .map(drift ->
                new Drift(
                    withoutName(drift.key()),
                    drift.counted().minus(drift.recounted()),
                    drift.repaired()))
            .toList(),
        report.unsettled().stream().limit(MOST_DETAILS).map(RecountResult::withoutName).toList());
  }

  private static CounterKey withoutName(CounterKey key) {
    return switch (key.scope()) {
      case Scope.Tenant(), Scope.Site(_) -> key;
      case Scope.Category(_) -> new CounterKey(Facet.CATEGORY.of(""), key.bucket());
      case Scope.Tag(_) -> new CounterKey(Facet.TAG.of(""), key.bucket());
    };
  }

  /** Whether every counter is known to fit now. */
  public boolean isExact() {
    return unreadable == 0 && unsettled == 0 && repaired == drifted;
  }
}
