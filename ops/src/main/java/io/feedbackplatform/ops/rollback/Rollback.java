package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.Pauses;
import io.feedbackplatform.ops.alarm.AlarmState;
import io.feedbackplatform.ops.alarm.Alarms;
import io.feedbackplatform.ops.deployment.Deployments;
import io.feedbackplatform.ops.function.AliasState;
import io.feedbackplatform.ops.function.Functions;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.function.VersionState;
import io.feedbackplatform.ops.record.FrozenBuild;
import io.feedbackplatform.ops.record.Records;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the alias back on a good version when an alarm about it goes off. It may be run for the same
 * alarm any number of times, at the same time, and end anywhere: the next run goes on from there.
 */
final class Rollback {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** For CodeDeploy to end what it was asked to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /**
   * After this no other candidate is tried: one may take a minute and a half, and Lambda ends a run
   * after five, to begin again with the same one.
   */
  private static final Duration TRYING = Duration.ofSeconds(150);

  private static final int LOST_RACES = 3;

  /** An alias that changes so often within a second is in nobody's hands. */
  private static final int LOOKS = 10;

  /** More steps than any run needs: a bound, not a plan. */
  private static final int STEPS = 100;

  private final Alarms alarms;
  private final Functions functions;
  private final Deployments deployments;
  private final Records records;
  private final Report report;
  private final FitnessCheck fitness;
  private final Pauses pauses;
  private final Clock clock;
  private final Function<Situation, RollbackDecision> decide;

  Rollback(
      Alarms alarms,
      Functions functions,
      Deployments deployments,
      Records records,
      Report report,
      Pauses pauses,
      Clock clock,
      Function<Situation, RollbackDecision> decide) {
    this.alarms = alarms;
    this.functions = functions;
    this.deployments = deployments;
    this.records = records;
    this.report = report;
    this.fitness = new FitnessCheck(functions, pauses, clock);
    this.pauses = pauses;
    this.clock = clock;
    this.decide = decide;
  }

  /**
   * Deals with an admitted message.
   *
   * @throws StillDeployingException if CodeDeploy takes too long; to be run again later
   */
  void run(AlarmMessage message) {
    var run = new Run(message, clock.instant());
    if (!isOn(message.alarm())) {
      run.leave(Reason.ALARM_IS_OVER, "", "");
      return;
    }
    for (int step = 0; step < STEPS; step++) {
      var situation = run.look();
      if (run.isLast(decide.apply(situation), situation)) {
        return;
      }
    }
    throw new StillDeployingException("the alias does not come to rest");
  }

  private boolean isOn(String alarm) {
    return alarms.states(Set.of(alarm)).stream()
        .anyMatch(state -> state.value() == AlarmState.Value.ALARM);
  }

  /** One run, with what it learns on its way. */
  private final class Run {

    private final AlarmMessage message;
    private final Instant started;
    private final String holder = UUID.randomUUID().toString();
    private final Map<String, Instant> asked = new HashMap<>();
    private final Map<Suspect, Progress> closed = new HashMap<>();
    private int lost;

    private Run(AlarmMessage message, Instant started) {
      this.message = message;
      this.started = started;
    }

    /**
     * Everything between two looks at the alias that find the same: otherwise a rollback by
     * somebody else could come to its end in between, and the record of one moment be read with the
     * alias of another.
     */
    private Situation look() {
      for (int looks = 0; looks < LOOKS; looks++) {
        var situation = situation(functions.alias());
        if (functions.alias().equals(situation.alias())) {
          return situation;
        }
      }
      throw new StillDeployingException("the alias does not come to rest");
    }

    private Situation situation(AliasState alias) {
      var changedAt = message.changedAt();
      var now = clock.instant();
      return new Situation(
          now,
          changedAt == null ? now : changedAt,
          alias,
          records.knownGood(),
          records.rollbacks().stream().map(this::asSeenHere).toList(),
          records.frozen().stream().map(FrozenBuild::codeSha256).collect(Collectors.toSet()),
          deployments.since(now.minus(Deployments.LONGEST)),
          Map.copyOf(asked),
          lost > 0);
    }

    /** What this run has closed is closed for it, even if another run has yet to tell people. */
    private RollbackRecord asSeenHere(RollbackRecord rollback) {
      var how = closed.get(rollback.suspect());
      return how == null ? rollback : rollback.ended(rollback.to(), how);
    }

    private boolean isLast(RollbackDecision decision, Situation situation) {
      return switch (decision) {
        case StopDeployment stop -> {
          stop(stop);
          yield false;
        }
        case AwaitDeployment waiting -> {
          await(waiting);
          yield false;
        }
        case TakenBack taken -> {
          var _ = records.begin(begun(taken.suspect(), taken.now(), null));
          yield false;
        }
        case RollBack begin -> change(begin.candidates(), null, situation);
        case Resume resume -> change(resume.candidates(), resume.rollback(), situation);
        case Finish finish -> {
          report.rolledBack(message, finish.rollback(), finish.where(), holder);
          yield isLastToClose(finish.rollback(), Progress.DONE, situation)
              && !situation.isOfAnEarlierAlarm(finish.rollback());
        }
        case Supersede supersede -> {
          report.superseded(message, supersede.rollback(), holder);
          yield isLastToClose(supersede.rollback(), Progress.SUPERSEDED, situation)
              && !situation.isOfAnEarlierAlarm(supersede.rollback());
        }
        case Leave leave -> {
          leave(leave.reason(), situation.alias().suspect().id(), "");
          yield true;
        }
      };
    }

    /** Two alarms may each have begun one, for different suspects. */
    private boolean isLastToClose(RollbackRecord rollback, Progress how, Situation situation) {
      closed.put(rollback.suspect(), how);
      return situation.rollbacks().stream()
          .filter(RollbackRecord::unfinished)
          .allMatch(each -> closed.containsKey(each.suspect()));
    }

    private void stop(StopDeployment stop) {
      var suspect = stop.suspect();
      var back = stop.back();
      if (suspect != null && back != null) {
        var _ = records.begin(begun(suspect, back, null));
      }
      var id = stop.deployment().id();
      deployments.stop(id);
      asked.put(id, clock.instant());
      report.deploymentStopped(message, id, suspect == null ? null : suspect.toString());
    }

    private void await(AwaitDeployment waiting) {
      if (clock.instant().isAfter(started.plus(PATIENCE))) {
        throw new StillDeployingException("deployment " + waiting.id() + " does not end");
      }
      pauses.pause(LOOK_AGAIN);
    }

    /**
     * @param begun null when the rollback begins here
     */
    private boolean change(
        List<Candidate> candidates, @Nullable RollbackRecord begun, Situation situation) {
      var alias = situation.alias();
      var unfit = new ArrayList<String>();
      var fit = firstFit(candidates, situation.frozen(), unfit);
      if (fit.isEmpty()) {
        leave(Reason.NO_FIT_CANDIDATE, alias.suspect().id(), String.join("; ", unfit));
        return true;
      }
      var to = fit.get().version();
      var rollback = written(alias, to, begun);
      if (rollback.isEmpty()) {
        return false;
      }
      if (functions.point(to, alias.revisionId())) {
        report.rolledBack(message, rollback.get(), to, holder);
        return isLastToClose(rollback.get(), Progress.DONE, situation);
      }
      lost++;
      if (lost > LOST_RACES) {
        leave(Reason.LOST_RACES, alias.suspect().id(), "");
        return true;
      }
      return false;
    }

    private Optional<Candidate> firstFit(
        List<Candidate> candidates, Set<String> frozen, List<String> reasons) {
      for (var candidate : candidates) {
        if (clock.instant().isAfter(started.plus(TRYING))) {
          reasons.add("no time was left for version " + candidate.version());
          continue;
        }
        var unfit = fitness.unfit(candidate, frozen);
        if (unfit.isEmpty()) {
          return Optional.of(candidate);
        }
        reasons.add(unfit.get());
      }
      return Optional.empty();
    }

    /** The record that allows the change; empty when somebody else has written it meanwhile. */
    private Optional<RollbackRecord> written(
        AliasState alias, PublishedVersion to, @Nullable RollbackRecord begun) {
      if (begun == null) {
        var rollback =
            switch (alias.suspect()) {
              case Suspect.Published bad -> begun(bad.version(), to, alias.revisionId());
              case Suspect.Latest latest -> begun(latest, null, to, alias.revisionId());
            };
        return records.begin(rollback) ? Optional.of(rollback) : Optional.empty();
      }
      var aimed = begun.aimedAt(to, alias.revisionId());
      return aimed.equals(begun) || records.replace(begun, aimed)
          ? Optional.of(aimed)
          : Optional.empty();
    }

    private RollbackRecord begun(
        PublishedVersion bad, PublishedVersion to, @Nullable String revisionId) {
      var sha = functions.version(bad).map(VersionState::codeSha256);
      var good = functions.version(to).map(VersionState::codeSha256);
      // The same build with other settings: it is not the build that is bad.
      return begun(
          new Suspect.Published(bad), sha.equals(good) ? null : sha.orElse(null), to, revisionId);
    }

    private RollbackRecord begun(
        Suspect suspect, @Nullable String sha, PublishedVersion to, @Nullable String revisionId) {
      return new RollbackRecord(
          suspect, sha, to, revisionId, message.alarm(), clock.instant(), Progress.STARTED);
    }

    private void leave(Reason reason, String suspect, String detail) {
      report.left(message, reason, suspect, detail, holder);
    }
  }
}
