package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;
import software.constructs.Construct;

/** What visitors say, in all tenants together, and what goes wrong most often. */
final class BusinessDashboard {

  private static final Duration HOUR = Duration.hours(1);
  private static final int HALF = 12;
  private static final int WHOLE = 24;

  private BusinessDashboard() {}

  static void in(Construct scope, Place place, Metrics metrics, Observed observed) {
    var board =
        Dashboard.Builder.create(scope, "Business").dashboardName(place.name("business")).build();
    board.addWidgets(
        GraphWidget.Builder.create()
            .title("Feedback an hour")
            .left(List.of(metrics.counted("submissions", HOUR)))
            .width(HALF)
            .build(),
        GraphWidget.Builder.create()
            .title("Average rating")
            .left(List.of(averageRating(metrics)))
            .leftYAxis(YAxisProps.builder().min(1).max(5).build())
            .width(HALF)
            .build());
    board.addWidgets(
        GraphWidget.Builder.create()
            .title("Mood of feedback an hour")
            .left(
                List.of(
                    metrics.counted("positive", HOUR),
                    metrics.counted("neutral", HOUR),
                    metrics.counted("negative", HOUR)))
            .stacked(true)
            .width(WHOLE)
            .build());
    board.addWidgets(
        LogQueryWidget.Builder.create()
            .title("Most frequent errors")
            .logGroupNames(observed.errorLogs())
            .view(LogQueryVisualizationType.TABLE)
            .queryLines(
                List.of(
                    "filter level = 'ERROR'",
                    "stats count(*) as times by message",
                    "sort times desc",
                    "limit 20"))
            .width(WHOLE)
            .build());
  }

  private static IMetric averageRating(Metrics metrics) {
    return MathExpression.Builder.create()
        .expression("ratingSum / rated")
        .label("average rating")
        .usingMetrics(
            new TreeMap<>(
                Map.of(
                    "ratingSum", metrics.counted("ratingSum", HOUR),
                    "rated", metrics.counted("rated", HOUR))))
        .period(HOUR)
        .build();
  }
}
