package io.feedbackplatform.ops.release;

import io.feedbackplatform.ops.Metric;
import io.feedbackplatform.ops.Metrics;
import io.feedbackplatform.ops.alarm.AlarmState;
import io.feedbackplatform.ops.alarm.Alarms;
import io.feedbackplatform.ops.deployment.Deployment;
import io.feedbackplatform.ops.deployment.Deployments;
import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.ApiRequest;
import io.feedbackplatform.ops.function.Functions;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.record.AuditEntry;
import io.feedbackplatform.ops.record.Baking;
import io.feedbackplatform.ops.record.KnownGood;
import io.feedbackplatform.ops.record.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which versions prove good: those that serve everybody through the bake time while no
 * deployment runs and every alarm is OK throughout. Looks now and then, and remembers since when.
 */
final class ReleaseWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseWatch.class);

  private final Functions functions;
  private final Alarms alarms;
  private final Deployments deployments;
  private final Records records;
  private final Metrics metrics;
  private final Clock clock;
  private final Set<String> alarmNames;
  private final Duration bakeTime;

  ReleaseWatch(
      Functions functions,
      Alarms alarms,
      Deployments deployments,
      Records records,
      Metrics metrics,
      Clock clock,
      Set<String> alarmNames,
      Duration bakeTime) {
    this.functions = functions;
    this.alarms = alarms;
    this.deployments = deployments;
    this.records = records;
    this.metrics = metrics;
    this.clock = clock;
    this.alarmNames = alarmNames;
    this.bakeTime = bakeTime;
  }

  void look() {
    var alias = functions.alias();
    var quiet = quietSince(alarms.states(alarmNames));
    if (alias.traffic() instanceof Traffic.One one && quiet.isPresent() && !isDeploying()) {
      bake(one.version(), alias.revisionId(), quiet.get());
    } else {
      records.stopBaking();
    }
    keepAwake(alias.traffic());
  }

  /** Since when all alarms are OK; empty when one is not, or does not exist. */
  private Optional<Instant> quietSince(List<AlarmState> states) {
    var allThere = states.size() == alarmNames.size();
    return allThere && states.stream().allMatch(each -> each.value() == AlarmState.Value.OK)
        ? states.stream().map(AlarmState::since).max(Instant::compareTo)
        : Optional.empty();
  }

  private boolean isDeploying() {
    return deployments.since(clock.instant().minus(Deployments.LONGEST)).stream()
        .map(Deployment::stage)
        .anyMatch(
            stage -> stage == Deployment.Stage.RUNNING || stage == Deployment.Stage.RUNNING_BACK);
  }

  private void bake(PublishedVersion version, String revisionId, Instant quietSince) {
    var now = clock.instant();
    var seen =
        records
            .baking()
            .filter(baking -> baking.version().equals(version))
            .filter(baking -> baking.revisionId().equals(revisionId));
    if (seen.isEmpty()) {
      records.bake(new Baking(version, revisionId, now));
      return;
    }
    var since = quietSince.isAfter(seen.get().since()) ? quietSince : seen.get().since();
    if (!since.plus(bakeTime).isAfter(now)) {
      mark(version, now);
    }
  }

  private void mark(PublishedVersion version, Instant now) {
    if (records.knownGood().stream().anyMatch(good -> good.version().equals(version))) {
      return;
    }
    functions
        .version(version)
        .filter(state -> state.activity() == Activity.ACTIVE && state.settled())
        .map(state -> new KnownGood(version, state.codeSha256(), now))
        .filter(records::markGood)
        .ifPresent(this::tell);
  }

  private void tell(KnownGood good) {
    var version = good.version().toString();
    metrics.count(Metric.KNOWN_GOOD_MARKED);
    records.audit(
        new AuditEntry(
            good.markedAt(),
            "known_good#" + version,
            "known_good",
            null,
            null,
            version,
            "version " + version + " served through its bake time without an alarm"));
    LOG.atInfo()
        .addKeyValue("outcome", "known_good")
        .addKeyValue("toVersion", version)
        .log("A version proved good.");
  }

  /** A version that nobody calls is put aside by Lambda, and would have to be woken when needed. */
  private void keepAwake(Traffic traffic) {
    records.knownGood().stream()
        .map(KnownGood::version)
        .filter(version -> !traffic.reaches(version) && !records.rolledBackFrom(version))
        .findFirst()
        .ifPresent(version -> {
          var answer = functions.call(version, ApiRequest.READINESS);
          if (!answer.successful()) {
            LOG.atWarn()
                .addKeyValue("version", version)
                .addKeyValue("reason", answer.summary())
                .log("The version to go back to is not ready.");
          }
        });
  }
}
