package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.dynamodb.TableLayout;
import io.feedbackplatform.core.limit.RateLimiter;
import io.feedbackplatform.core.quota.MonthlyQuota;
import io.feedbackplatform.core.recount.RecountTenants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.IFilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** What is measured at a place, and what is read from logs there. */
final class Metrics {

  /** What ops reports of itself. */
  static final String OPERATIONS = "FeedbackPlatform/Operations";

  /** What {@link #readOpenLimits} counts. */
  static final String OPEN_LIMITS = "OpenLimits";

  /** What {@link #readDrift} counts. */
  static final String DRIFT = "CounterDrift";

  static final String UNSETTLED = "UnsettledCounters";

  private static final Duration MINUTE = Duration.minutes(1);
  private static final List<String> COUNTED =
      List.of("submissions", "rated", "ratingSum", "positive", "neutral", "negative");

  private final Place place;
  private final Front front;

  Metrics(Place place, Front front) {
    this.place = place;
    this.front = front;
  }

  /** Reads from the API's log how often its process began: Lambda's own line costs more to keep. */
  void readStarts(Construct scope, ILogGroup api) {
    filter(
        scope,
        "Starts",
        api,
        FilterPattern.any(
            FilterPattern.stringValue("$.message", "=", "Started FeedbackApi*"),
            FilterPattern.stringValue("$.message", "=", "Restored FeedbackApi*")),
        "1");
  }

  /** Reads from the API's log how often limits could not be looked up, and let everybody pass. */
  void readOpenLimits(Construct scope, ILogGroup api) {
    filter(
        scope,
        OPEN_LIMITS,
        api,
        FilterPattern.any(
            FilterPattern.stringValue("$.message", "=", RateLimiter.ALONE),
            FilterPattern.stringValue("$.message", "=", MonthlyQuota.UNKNOWN)),
        "1");
  }

  /** Reads from the aggregator's log what was submitted, in all tenants together. */
  void readSubmissions(Construct scope, ILogGroup aggregator) {
    for (var name : COUNTED) {
      filter(
          scope,
          name,
          aggregator,
          FilterPattern.stringValue("$.message", "=", "counted"),
          "$." + name);
    }
  }

  /** Reads from the night's log how many counters that should be at rest could not be compared. */
  void readUnsettled(Construct scope, ILogGroup recounts) {
    filter(
        scope,
        UNSETTLED,
        recounts,
        FilterPattern.stringValue("$.message", "=", RecountTenants.RECOUNTED),
        "$." + RecountTenants.UNSETTLED_PAST);
  }

  /** Reads from the recounts' log how many counters did not fit. */
  void readDrift(Construct scope, ILogGroup recounts) {
    filter(
        scope,
        DRIFT,
        recounts,
        FilterPattern.stringValue("$.message", "=", RecountTenants.RECOUNTED),
        "$." + RecountTenants.DRIFT);
  }

  private void filter(
      Construct scope, String name, ILogGroup log, IFilterPattern pattern, String value) {
    MetricFilter.Builder.create(scope, name + "Filter")
        .logGroup(log)
        .filterPattern(pattern)
        .metricNamespace(namespace())
        .metricName(name)
        .metricValue(value)
        .build();
  }

  /** Of what is read from logs. */
  String namespace() {
    return "FeedbackPlatform/" + place.stage();
  }

  /** Something that is read from a log: its sum over the period. */
  Metric counted(String name, Duration period) {
    return metric(namespace(), name, Map.of(), "Sum", period);
  }

  Metric ofFunction(String function, String name, String statistic, Duration period) {
    return metric("AWS/Lambda", name, Map.of("FunctionName", function), statistic, period);
  }

  /** Of the API as its callers see it, without what the network takes. */
  Metric ofGateway(String name, String statistic, Duration period) {
    return metric("AWS/ApiGateway", name, front.dimensions(), statistic, period);
  }

  Metric clientErrors(String statistic, Duration period) {
    return ofGateway(front.clientErrors(), statistic, period);
  }

  Metric serverErrors(String statistic, Duration period) {
    return ofGateway(front.serverErrors(), statistic, period);
  }

  /**
   * Share of the API's calls that had to wait for a process to begin, in percent. A few calls after
   * a quiet time are all such, and no reason to worry.
   */
  IMetric coldStarts(Duration period) {
    return MathExpression.Builder.create()
        .expression("IF(calls >= 50, 100 * FILL(starts, 0) / calls, 0)")
        .label("calls that waited for a start, %")
        .usingMetrics(
            new TreeMap<>(
                Map.of(
                    "starts", counted("Starts", period),
                    "calls", ofFunction(place.apiFunction(), "Invocations", "Sum", period))))
        .period(period)
        .build();
  }

  /** Requests that a table and its indexes turned away, in a minute. */
  IMetric throttles(TableLayout layout) {
    var metrics = new LinkedHashMap<String, IMetric>();
    var table = place.tables().of(layout);
    throttles(layout.name(), metrics, Map.of("TableName", table));
    for (var index : layout.indexes()) {
      throttles(
          layout.name(),
          metrics,
          Map.of("TableName", table, "GlobalSecondaryIndexName", index.name()));
    }
    return sum(layout.name(), metrics, MINUTE);
  }

  private static void throttles(
      String prefix, Map<String, IMetric> metrics, Map<String, String> dimensions) {
    for (var name : List.of("ReadThrottleEvents", "WriteThrottleEvents")) {
      metrics.put(prefix + metrics.size(), metric("AWS/DynamoDB", name, dimensions, "Sum", MINUTE));
    }
  }

  /** The sum of several metrics, of which some may have nothing to say. */
  static IMetric sum(String label, Map<String, IMetric> metrics, Duration period) {
    var terms = new ArrayList<String>();
    metrics.keySet().forEach(name -> terms.add("FILL(" + name + ", 0)"));
    return MathExpression.Builder.create()
        .expression(String.join(" + ", terms))
        .label(label)
        .usingMetrics(metrics)
        .period(period)
        .build();
  }

  static Metric metric(
      String namespace,
      String name,
      Map<String, String> dimensions,
      String statistic,
      Duration period) {
    return Metric.Builder.create()
        .namespace(namespace)
        .metricName(name)
        .dimensionsMap(dimensions)
        .statistic(statistic)
        .period(period)
        .build();
  }
}
