package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.deployment.Deployment;
import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.record.RollbackRecord;
import io.feedbackplatform.ops.record.RollbackRecord.Progress;
import io.feedbackplatform.ops.rollback.RollbackDecision.AwaitDeployment;
import io.feedbackplatform.ops.rollback.RollbackDecision.Finish;
import io.feedbackplatform.ops.rollback.RollbackDecision.Leave;
import io.feedbackplatform.ops.rollback.RollbackDecision.Resume;
import io.feedbackplatform.ops.rollback.RollbackDecision.RollBack;
import io.feedbackplatform.ops.rollback.RollbackDecision.StopDeployment;
import io.feedbackplatform.ops.rollback.RollbackDecision.Supersede;
import io.feedbackplatform.ops.rollback.RollbackDecision.TakenBack;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * The decision, as a function of the situation and nothing else. It asks in this order: is a
 * deployment running, was a rollback begun, has the suspect had its rollback, did CodeDeploy act,
 * were there too many rollbacks, and is there anything to go back to.
 */
final class Decide {

  /** At most one rollback in this time. */
  static final Duration COOL_DOWN = Duration.ofMinutes(30);

  /** An alarm may flap for this long after a rollback before it counts as news. */
  private static final Duration SETTLING = Duration.ofHours(1);

  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_A_DAY = 2;

  /** An alarm may go off this much later than the errors that it is about. */
  private static final Duration ALARM_LAG = Duration.ofMinutes(5);

  /** How long a deployment that was stopped, by whomever, gets to put the alias back. */
  private static final Duration WAY_BACK = Duration.ofSeconds(20);

  private Decide() {}

  static RollbackDecision of(Situation situation) {
    return deployment(situation)
        .or(() -> begun(situation))
        .or(() -> afterRollback(situation))
        .or(() -> takenBack(situation))
        .or(() -> tooMany(situation))
        .orElseGet(() -> rollBack(situation));
  }

  private static Optional<RollbackDecision> deployment(Situation situation) {
    for (var each : situation.deployments()) {
      if (each.stage() == Deployment.Stage.RUNNING && !situation.asked().containsKey(each.id())) {
        return Optional.of(stop(situation, each));
      }
    }
    return situation.deployments().stream()
        .filter(each -> onTheWayBack(situation, each))
        .findAny()
        .map(each -> new AwaitDeployment(each.id()));
  }

  private static StopDeployment stop(Situation situation, Deployment deployment) {
    var target = deployment.target();
    var traffic = situation.alias().traffic();
    var innocent = deployment.created().isAfter(situation.alarmSince());
    if (innocent || target == null || !traffic.reaches(target)) {
      return new StopDeployment(deployment, null, null);
    }
    var back =
        switch (traffic) {
          case Traffic.Split split when split.oldest().compareTo(target) < 0 -> split.oldest();
          case Traffic.Split _, Traffic.One _, Traffic.Latest _ ->
              Candidates.of(situation).stream().findFirst().map(Candidate::version).orElse(null);
        };
    return new StopDeployment(deployment, back == null ? null : target, back);
  }

  private static boolean onTheWayBack(Situation situation, Deployment deployment) {
    var asked = situation.asked().get(deployment.id());
    // The alarm that calls us stops the deployment too, and its way back begins a moment later.
    var stopped = asked != null ? asked : deployment.ended();
    return switch (deployment.stage()) {
      case RUNNING_BACK -> true;
      case RUNNING -> asked != null;
      case SUCCEEDED -> false;
      case TAKEN_BACK, FAILED ->
          stopped != null
              && stopped.plus(WAY_BACK).isAfter(situation.now())
              && deployment.target() != null
              && situation.alias().traffic().reaches(deployment.target());
    };
  }

  private static Optional<RollbackDecision> begun(Situation situation) {
    var alias = situation.alias();
    var own = situation.rollbackOf(alias.suspect());
    if (own.isPresent()) {
      var rollback = own.get();
      if (!rollback.unfinished()) {
        return Optional.of(new Leave(Reason.PUT_BACK));
      }
      return Optional.of(
          rollback.mayChange(alias.revisionId()) || situation.lost()
              ? new Resume(rollback, Candidates.of(situation, rollback))
              : new Leave(Reason.CHANGED_MEANWHILE));
    }
    return situation.rollbacks().stream()
        .filter(RollbackRecord::unfinished)
        .max(Comparator.comparing(RollbackRecord::decidedAt))
        .map(rollback -> close(rollback, alias.traffic()));
  }

  /** For a rollback whose suspect the alias has left. */
  private static RollbackDecision close(RollbackRecord rollback, Traffic traffic) {
    return switch (traffic) {
      case Traffic.One one when isBackFrom(rollback.suspect(), one.version()) ->
          new Finish(rollback, one.version());
      case Traffic.One _, Traffic.Split _, Traffic.Latest _ -> new Supersede(rollback);
    };
  }

  private static boolean isBackFrom(Suspect suspect, PublishedVersion version) {
    return switch (suspect) {
      case Suspect.Published published -> version.compareTo(published.version()) < 0;
      case Suspect.Latest _ -> true;
    };
  }

  /** Where a rollback led to, another would hardly help: then the cause is not the build. */
  private static Optional<RollbackDecision> afterRollback(Situation situation) {
    return situation.rollbacks().stream()
        .filter(rollback -> rollback.progress() == Progress.DONE)
        .max(Comparator.comparing(RollbackRecord::decidedAt))
        .filter(rollback -> situation.alias().traffic().equals(new Traffic.One(rollback.to())))
        .map(RollbackRecord::decidedAt)
        .filter(decided -> within(DAY, decided, situation.now()))
        .map(decided ->
            new Leave(
                within(SETTLING, decided, situation.now())
                    ? Reason.ALREADY_ROLLED_BACK
                    : Reason.DID_NOT_HELP));
  }

  /** The alarm is about a release that CodeDeploy took back: what serves now is innocent. */
  private static Optional<RollbackDecision> takenBack(Situation situation) {
    if (!(situation.alias().traffic() instanceof Traffic.One one)) {
      return Optional.empty();
    }
    return situation.deployments().stream()
        .filter(each -> each.stage() == Deployment.Stage.TAKEN_BACK)
        .filter(each -> !one.version().equals(each.target()))
        .filter(each -> caused(each, situation.alarmSince()))
        .findAny()
        .map(each -> {
          var target = each.target();
          return target == null
                  || target.compareTo(one.version()) < 0
                  || situation.rollbackOf(new Suspect.Published(target)).isPresent()
              ? new Leave(Reason.TAKEN_BACK)
              : new TakenBack(target, one.version());
        });
  }

  private static boolean caused(Deployment deployment, Instant alarmSince) {
    var ended = deployment.ended();
    return ended != null
        && !deployment.created().isAfter(alarmSince)
        && !ended.plus(ALARM_LAG).isBefore(alarmSince);
  }

  private static Optional<RollbackDecision> tooMany(Situation situation) {
    if (rollbacks(situation, COOL_DOWN) > 0) {
      return Optional.of(new Leave(Reason.COOLING_DOWN));
    }
    return rollbacks(situation, DAY) >= MOST_A_DAY
        ? Optional.of(new Leave(Reason.DAILY_LIMIT))
        : Optional.empty();
  }

  private static long rollbacks(Situation situation, Duration last) {
    return situation.rollbacks().stream()
        .filter(rollback -> rollback.progress() != Progress.SUPERSEDED)
        .filter(rollback -> within(last, rollback.decidedAt(), situation.now()))
        .count();
  }

  private static boolean within(Duration last, Instant then, Instant now) {
    return then.isAfter(now.minus(last));
  }

  private static RollbackDecision rollBack(Situation situation) {
    var candidates = Candidates.of(situation);
    return candidates.isEmpty()
        ? new Leave(Reason.NO_CANDIDATE)
        : new RollBack(situation.alias().suspect(), candidates);
  }
}
