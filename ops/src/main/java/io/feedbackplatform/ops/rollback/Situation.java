package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.deployment.Deployment;
import io.feedbackplatform.ops.function.AliasState;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.record.KnownGood;
import io.feedbackplatform.ops.record.RollbackRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a decision is made from.
 *
 * @param alarmSince when the alarm went off
 * @param good newest first
 * @param frozen CodeSha256 of builds that must not be released
 * @param deployments of the last days, running or not
 * @param asked deployments that this run has asked to stop, and when
 * @param lost whether a change of the alias by this run was turned down, so that it surely did not
 *     take place
 */
record Situation(
    Instant now,
    Instant alarmSince,
    AliasState alias,
    List<KnownGood> good,
    List<RollbackRecord> rollbacks,
    Set<String> frozen,
    List<Deployment> deployments,
    Map<String, Instant> asked,
    boolean lost) {

  /** Whether a rollback was begun so long before the alarm that it is about something else. */
  boolean isOfAnEarlierAlarm(RollbackRecord rollback) {
    return rollback.decidedAt().plus(Decide.COOL_DOWN).isBefore(alarmSince);
  }

  Optional<RollbackRecord> rollbackOf(Suspect suspect) {
    return rollbacks.stream().filter(each -> each.suspect().equals(suspect)).findAny();
  }
}
