package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ce.CfnAnomalyMonitor;
import software.amazon.awscdk.services.ce.CfnAnomalySubscription;
import software.constructs.Construct;

/**
 * What AWS reports in us-east-1 only: unusual cost, and which regions answer. People hear of it by
 * a topic of its own, since an alarm can tell only its own region.
 */
final class AccountStack extends Stack {

  static final int PERCENT_OVER_BASELINE = 20;

  /**
   * @param healthChecks ids of the regions' health checks, by region; empty with one region
   */
  AccountStack(Construct scope, Place home, Map<String, String> healthChecks) {
    var place = home.in(Installation.EDGE_REGION);
    super(
        scope,
        place.stackName("account"),
        place.stack("account", "Unusual cost, and which regions answer"));
    var topic =
        new AlertTopics(this, "Alerts", "Cost and regions of " + place.stage())
            .topic("Topic", place.name("account"), place.installation().notificationEmail());
    watchCost(place, topic.getTopicArn());
    var alarms = new Alarms(this, place, topic);
    healthChecks.forEach((region, healthCheck) ->
        alarms.add(
            "region-health-" + region,
            "region-health",
            "The API does not answer in %s: callers are sent to the other region."
                .formatted(region),
            Metrics.metric(
                "AWS/Route53",
                "HealthCheckStatus",
                Map.of("HealthCheckId", healthCheck),
                "Minimum",
                Duration.minutes(1)),
            Alarms.Limit.below(1, 2)));
  }

  /**
   * By the tag that every resource of the stage has: one account takes only one monitor over all
   * services, but many by tag. Only the account that pays may make those; another is told by the
   * one over its services.
   */
  private String monitor(Place place) {
    var known = place.installation().costMonitor();
    if (known != null) {
      return known;
    }
    return CfnAnomalyMonitor.Builder.create(this, "Cost")
        .monitorName(place.name("cost"))
        .monitorType("CUSTOM")
        .monitorSpecification(
            """
            {"Tags":{"Key":"stage","Values":["%s"]}}\
            """
                .formatted(place.stage()))
        .build()
        .getAttrMonitorArn();
  }

  private void watchCost(Place place, String topicArn) {
    CfnAnomalySubscription.Builder.create(this, "CostAnomaly")
        .subscriptionName(place.alarm("cost-anomaly"))
        .frequency("IMMEDIATE")
        .monitorArnList(List.of(monitor(place)))
        .subscribers(
            List.of(
                CfnAnomalySubscription.SubscriberProperty.builder()
                    .type("SNS")
                    .address(topicArn)
                    .build()))
        .thresholdExpression(
            """
            {"Dimensions":{"Key":"ANOMALY_TOTAL_IMPACT_PERCENTAGE",\
            "MatchOptions":["GREATER_THAN_OR_EQUAL"],"Values":["%d"]}}\
            """
                .formatted(PERCENT_OVER_BASELINE))
        .build();
  }
}
