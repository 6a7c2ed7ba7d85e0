package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.dynamodb.TableLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** Every alarm of a place but the one that starts a rollback, which is the API's own. */
final class PlatformAlarms {

  private static final Duration MINUTE = Duration.minutes(1);
  private static final Duration FIVE_MINUTES = Duration.minutes(5);

  private final Place place;
  private final Metrics metrics;
  private final Alarms alarms;

  PlatformAlarms(Construct scope, Place place, Metrics metrics, Observed observed) {
    this.place = place;
    this.metrics = metrics;
    alarms = new Alarms(scope, place, observed.ops().notifications());
    alarms.adopt(observed.api().errors());
    api();
    tables();
    rollback(observed.ops().failures());
    if (observed.workers() != null) {
      workers(observed.workers());
      if (observed.workers().assessments() != null) {
        assessments(observed.workers().assessments());
      }
    }
    if (observed.console() != null) {
      console(observed.console().target());
    }
    if (observed.vault() != null) {
      backups(observed.vault());
    }
  }

  List<IAlarm> all() {
    return alarms.all();
  }

  private void api() {
    alarms.add(
        "api-throttles",
        "Lambda turned away more than 10 calls of the API in a minute.",
        metrics.ofFunction(place.apiFunction(), "Throttles", "Sum", MINUTE),
        Alarms.Limit.above(10, 1));
    alarms.add(
        "gateway-5xx",
        "More than 1 % of the API's answers were 5xx for 5 minutes.",
        metrics.serverErrors("Average", FIVE_MINUTES),
        Alarms.Limit.above(0.01, 1));
    alarms.add(
        "api-latency",
        "One answer of the API in a hundred took longer than 500 ms, for 10 minutes.",
        metrics.ofGateway("Latency", "p99", FIVE_MINUTES),
        Alarms.Limit.above(500, 2));
    alarms.add(
        "cold-starts",
        "More than 20 % of the API's calls waited for a process to begin, for 15 minutes.",
        metrics.coldStarts(Duration.minutes(15)),
        Alarms.Limit.above(20, 1));
    alarms.add(
        "open-limits",
        "The API could not look up limits more than 10 times in 5 minutes, and let everybody pass.",
        metrics.counted(Metrics.OPEN_LIMITS, FIVE_MINUTES),
        Alarms.Limit.above(10, 1));
  }

  private void tables() {
    for (var layout : TableLayout.ALL) {
      alarms.add(
          "table-throttles-" + layout.name(),
          "table-throttles",
          "The table %s turned away more than 5 requests in a minute.".formatted(layout.name()),
          metrics.throttles(layout),
          Alarms.Limit.above(5, 1));
    }
  }

  private void workers(Workers workers) {
    var aggregator = place.name("aggregate");
    alarms.add(
        "worker-throttles",
        "Lambda turned away the aggregator more than 10 times in a minute.",
        metrics.ofFunction(aggregator, "Throttles", "Sum", MINUTE),
        Alarms.Limit.above(10, 1));
    alarms.add(
        "stream-age",
        "What visitors said more than a minute ago is not yet counted, for 5 minutes.",
        metrics.ofFunction(aggregator, "IteratorAge", "Maximum", MINUTE),
        Alarms.Limit.above(60_000, 5));
    alarms.add(
        "stream-failures",
        "Records could not be counted and were given up.",
        waiting(workers.failures()),
        Alarms.Limit.above(0, 1));
    alarms.add(
        "parked-records",
        "Records could not be read and were parked, uncounted.",
        waiting(workers.parked()),
        Alarms.Limit.above(0, 1));
    alarms.add(
        "counter-drift",
        "Counters did not fit the feedback that they count, and were repaired.",
        metrics.counted(Metrics.DRIFT, FIVE_MINUTES),
        Alarms.Limit.above(0, 1));
    alarms.add(
        "counters-unsettled",
        "counter-drift",
        "Counters of past days could not be compared with their feedback, for 3 nights.",
        metrics.counted(Metrics.UNSETTLED, Duration.days(1)),
        Alarms.Limit.above(0, 3));
    alarms.add(
        "recount-failed",
        "counter-drift",
        "Tenants could not be recounted at night.",
        metrics.ofFunction(place.name("recount-tenants"), "Errors", "Sum", FIVE_MINUTES),
        Alarms.Limit.above(0, 1));
    alarms.add(
        "lost-recounts",
        "counter-drift",
        "Recounts that operators ordered were begun three times and never ended.",
        waiting(workers.lostRecounts()),
        Alarms.Limit.above(0, 1));
    // Lambda tries a failed run twice more, within minutes.
    alarms.add(
        "removal-failed",
        "Tenants whose grace is over could not be removed, for 2 hours.",
        metrics.ofFunction(place.name("remove-tenants"), "Errors", "Sum", Duration.hours(1)),
        Alarms.Limit.above(0, 2));
  }

  private void assessments(Assessments.Outputs assessments) {
    alarms.add(
        "assess-failures",
        "assessments",
        "Feedback could not be judged by Comprehend, and its orders were given up.",
        waiting(assessments.failures()),
        Alarms.Limit.above(0, 1));
    alarms.add(
        "dispatch-failures",
        "assessments",
        "Records of the stream could not be passed on and were given up.",
        waiting(assessments.undispatched()),
        Alarms.Limit.above(0, 1));
    alarms.add(
        "assessments-late",
        "assessments",
        "Feedback has waited for Comprehend's word for more than 15 minutes.",
        assessments
            .orders()
            .metricApproximateAgeOfOldestMessage(
                MetricOptions.builder().statistic("Maximum").period(FIVE_MINUTES).build()),
        Alarms.Limit.above(15 * 60, 1));
    alarms.add(
        "dispatch-age",
        "assessments",
        "What visitors said more than 15 minutes ago is not yet passed on.",
        metrics.ofFunction(place.name("dispatch"), "IteratorAge", "Maximum", FIVE_MINUTES),
        Alarms.Limit.above(15 * 60_000, 1));
  }

  /** Ops says so itself, or its function failed, or a message was never dealt with. */
  private void rollback(IQueue failures) {
    var signs = new LinkedHashMap<String, IMetric>();
    signs.put(
        "said",
        Metrics.metric(
            Metrics.OPERATIONS,
            "RollbackFailed",
            Map.of("Function", place.apiFunction()),
            "Sum",
            FIVE_MINUTES));
    signs.put("failed", metrics.ofFunction(place.name("rollback"), "Errors", "Sum", FIVE_MINUTES));
    signs.put("left", waiting(failures));
    alarms.add(
        "rollback-failed",
        "A rollback was due and did not happen.",
        Metrics.sum("rollbacks that failed", signs, FIVE_MINUTES),
        Alarms.Limit.above(0, 1));
  }

  private static IMetric waiting(IQueue queue) {
    return queue.metricApproximateNumberOfMessagesVisible(
        MetricOptions.builder().statistic("Maximum").period(FIVE_MINUTES).build());
  }

  private void console(ApplicationTargetGroup target) {
    alarms.add(
        "console-unhealthy",
        "No task of the console answers, for 3 minutes.",
        target
            .getMetrics()
            .healthyHostCount(MetricOptions.builder().statistic("Minimum").period(MINUTE).build()),
        Alarms.Limit.below(1, 3));
  }

  private void backups(String vault) {
    alarms.add(
        "backup-failed",
        "A weekly copy of a table failed.",
        Metrics.metric(
            "AWS/Backup",
            "NumberOfBackupJobsFailed",
            Map.of("BackupVaultName", vault),
            "Sum",
            Duration.hours(1)),
        Alarms.Limit.above(0, 1));
  }
}
