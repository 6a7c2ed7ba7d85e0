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
 * @param lapsed what it counts of feedback that expired without its knowing: of a release that did
 *     not note it, or of a record that was lost. It stays counted.
 */
record Comparison(Counter counter, Counts recounted, Counts lapsed) {

  static Comparison of(Counter counter, Recount recount) {
    var recounted = recount.counts().getOrDefault(counter.key(), Counts.ZERO);
    var excess = counted(counter).minus(recounted);
    return new Comparison(
        counter,
        recounted,
        recount.expiry().mayTouch(counter.key().bucket()) ? excess.surplus() : Counts.ZERO);
  }

  private static Counts counted(Counter counter) {
    return counter.live().minus(counter.counts().openedAlone());
  }

  Finding finding(boolean repair) {
    return new Finding(counter.key(), counted(counter).minus(lapsed), recounted, repair);
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
    var counts = recounted.plus(expired).plus(counter.counts().openedAlone());
    var correction = recounted.minus(finding(false).counted());
    return new Repair(counter.key(), counter.version(), counts, expired, wider, correction);
  }
}
