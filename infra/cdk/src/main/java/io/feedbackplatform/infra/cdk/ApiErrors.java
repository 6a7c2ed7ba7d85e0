package io.feedbackplatform.infra.cdk;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * The alarm that a bad version sets off: it stops a deployment that is under way, and starts the
 * rollback of one that is done.
 */
final class ApiErrors {

  /** What the alarm is called, after the stage. */
  static final String NAME = "api-errors";

  private ApiErrors() {}

  static Alarm alarm(Construct scope, Place place, ITopic listeners) {
    var alarm =
        Alarm.Builder.create(scope, "Errors")
            .alarmName(place.alarm(NAME))
            .alarmDescription(
                "The API failed more than 5 times in 5 minutes, for reasons that it does not know. Runbook: docs/runbooks/%s.md"
                    .formatted(NAME))
            .metric(
                Metric.Builder.create()
                    .namespace("AWS/Lambda")
                    .metricName("Errors")
                    .dimensionsMap(
                        Map.of(
                            "FunctionName",
                            place.apiFunction(),
                            "Resource",
                            place.apiFunction() + ":" + Place.LIVE))
                    .statistic("Sum")
                    .period(Duration.minutes(5))
                    .build())
            .threshold(5)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .evaluationPeriods(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    alarm.addAlarmAction(new SnsAction(listeners));
    return alarm;
  }
}
