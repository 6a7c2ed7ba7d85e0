package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.recount.Findings.Finding;
import java.util.List;

/**
 * A counter beside what its feedback adds up to.
 *
 * @param recounted what there is
 * @param lapsed what it counts of feedback and opened forms that expired without its knowing: of a
 *     release that did not note it, or of a record that was lost. It stays counted.
 */
record Comparison(Counter counter, Counts recounted, Counts lapsed) {

  static Comparison of(Counter counter, Recount recount) {
    var recounted = recount.counts().getOrDefault(counter.key(), Counts.ZERO);
    var surplus = counter.live().minus(recounted).surplus();
    return new Comparison(
        counter, recounted, recount.expiry().ofSurplus(counter.key().bucket(), surplus));
  }

  Finding finding(boolean repair) {
    return new Finding(counter.key(), counter.live().minus(lapsed), recounted, repair);
  }

  boolean fits() {
    return finding(false).fits();
  }

  /** Whether it says all that it should. */
  boolean isComplete() {
    return fits() && lapsed.isZero();
  }

  Repair repair(List<CounterKey> wider) {
    var expired = counter.expired().plus(lapsed);
    var correction = recounted.minus(finding(false).counted());
    return new Repair(
        counter.key(), counter.version(), recounted.plus(expired), expired, wider, correction);
  }
}
