package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.dynamodb.TableLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;

/** How the system does: alarms, errors, what functions take, throttles, the cache, rollbacks. */
final class HealthDashboard {

  private static final Duration PERIOD = Duration.minutes(5);
  private static final int HALF = 12;
  private static final int WHOLE = 24;

  private HealthDashboard() {}

  static void in(
      Construct scope, Place place, Metrics metrics, Observed observed, List<IAlarm> alarms) {
    var functions =
        new ArrayList<>(
            List.of(
                place.apiFunction(),
                place.name("aggregate"),
                place.name("remove-tenants"),
                place.name("recount-tenants"),
                place.name("rollback")));
    if (place.installation().comprehend()) {
      functions.addAll(List.of(place.name("dispatch"), place.name("assess")));
    }
    var board =
        Dashboard.Builder.create(scope, "Health").dashboardName(place.name("health")).build();
    board.addWidgets(
        AlarmStatusWidget.Builder.create().title("Alarms").alarms(alarms).width(WHOLE).build());
    board.addWidgets(
        graph(
            "API: share of answers 4xx and 5xx",
            List.of(
                metrics.clientErrors("Average", PERIOD), metrics.serverErrors("Average", PERIOD))),
        graph(
            "API: time to answer, ms",
            List.of(
                metrics.ofGateway("Latency", "p50", PERIOD),
                metrics.ofGateway("Latency", "p99", PERIOD))));
    board.addWidgets(
        graph("Functions: calls", ofAll(metrics, functions, "Invocations", "Sum")),
        graph("Functions: errors", ofAll(metrics, functions, "Errors", "Sum")));
    board.addWidgets(
        graph("Functions: duration p99, ms", ofAll(metrics, functions, "Duration", "p99")),
        graph("API: calls that waited for a start, %", List.of(metrics.coldStarts(PERIOD))));
    board.addWidgets(
        graph(
            "Tables: requests turned away",
            TableLayout.ALL.stream().map(metrics::throttles).toList()),
        graph("CloudFront: share of answers from the cache, %", cacheHits(observed)));
    board.addWidgets(
        LogQueryWidget.Builder.create()
            .title("Rollbacks")
            .logGroupNames(List.of("/aws/lambda/" + place.name("rollback")))
            .queryLines(
                List.of(
                    "fields timestamp, message, outcome, alarm, fromVersion, toVersion, reason",
                    "filter ispresent(outcome)",
                    "sort timestamp desc",
                    "limit 20"))
            .width(WHOLE)
            .build());
  }

  private static List<IMetric> ofAll(
      Metrics metrics, List<String> functions, String name, String statistic) {
    return functions.stream()
        .map(function -> (IMetric) metrics.ofFunction(function, name, statistic, PERIOD))
        .toList();
  }

  /** CloudFront reports to one region, wherever the dashboard is. */
  private static List<IMetric> cacheHits(Observed observed) {
    return observed.distributions().entrySet().stream()
        .map(distribution ->
            (IMetric)
                Metric.Builder.create()
                    .namespace("AWS/CloudFront")
                    .metricName("CacheHitRate")
                    .dimensionsMap(
                        Map.of(
                            "DistributionId",
                            distribution.getValue().getDistributionId(),
                            "Region",
                            "Global"))
                    .label(distribution.getKey())
                    .statistic("Average")
                    .period(PERIOD)
                    .region(Installation.EDGE_REGION)
                    .build())
        .toList();
  }

  private static GraphWidget graph(String title, List<IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).left(metrics).width(HALF).build();
  }
}
