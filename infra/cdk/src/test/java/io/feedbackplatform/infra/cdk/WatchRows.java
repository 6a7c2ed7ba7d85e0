package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Rows of the first design about alarms, dashboards and logs. */
final class WatchRows {

  private static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final int MINUTE = 60;

  static final List<Row> ROWS =
      List.of(
          alarm(
              "Critical: high error rate, >5 errors in 5 minutes",
              "api-errors",
              "Errors",
              5,
              5 * MINUTE),
          Row.of(
              "Critical: high error rate -> auto-rollback",
              templates ->
                  assertThat(alarms(templates, "api-errors"))
                      .allSatisfy(alarm -> {
                        assertThat(alarm.property("/Dimensions").toString())
                            .contains("feedback-api-prod:prod");
                        assertThat(alarm.property("/AlarmActions").toString())
                            .contains("AlertsAlarms");
                      })),
          alarm(
              "Critical: Lambda throttling, >10 throttles in 1 minute (API)",
              "api-throttles",
              "Throttles",
              10,
              MINUTE),
          alarm(
              "Critical: Lambda throttling, >10 throttles in 1 minute (aggregator)",
              "worker-throttles",
              "Throttles",
              10,
              MINUTE),
          alarm(
              "Critical: DynamoDB throttling, >5 throttles in 1 minute (feedback)",
              "table-throttles-feedback",
              "ThrottleEvents",
              5,
              MINUTE),
          alarm(
              "Critical: DynamoDB throttling, >5 throttles in 1 minute (analytics)",
              "table-throttles-analytics",
              "ThrottleEvents",
              5,
              MINUTE),
          alarm(
              "Critical: DynamoDB throttling, >5 throttles in 1 minute (tenants)",
              "table-throttles-tenants",
              "ThrottleEvents",
              5,
              MINUTE),
          new Row(
              "Critical: API Gateway 5XX, >1% error rate for 5 minutes",
              (templates, layout) ->
                  check(
                      templates,
                      "gateway-5xx",
                      EdgeRows.economy(layout) ? "5xx" : "5XXError",
                      0.01,
                      5 * MINUTE)),
          alarm(
              "Warning: high latency, p99 >500ms for 10 minutes",
              "api-latency",
              "p99",
              500,
              10 * MINUTE),
          alarm(
              "Warning: increased cold starts, >20% of invocations",
              "cold-starts", "Starts", 20, 15 * MINUTE),
          Row.of(
              "Warning: cost anomaly, daily spend >20% over baseline",
              templates ->
                  assertThat(templates.some("AWS::CE::AnomalySubscription"))
                      .singleElement()
                      .satisfies(subscription ->
                          assertThat(subscription.json().toString())
                              .contains("ANOMALY_TOTAL_IMPACT_PERCENTAGE", "20"))),
          Row.of(
              "Alarms: on-call and team are told -> by topics that CloudWatch may publish to",
              templates -> {
                assertThat(templates.some("AWS::SNS::Topic"))
                    .allSatisfy(topic ->
                        assertThat(topic.property("/KmsMasterKeyId").toString()).contains("Key"));
                assertThat(templates.some("AWS::KMS::Key"))
                    .anySatisfy(key ->
                        assertThat(key.property("/KeyPolicy").toString())
                            .contains("cloudwatch.amazonaws.com", "kms:GenerateDataKey*"));
              }),
          dashboard("System health: API Gateway 4XX/5XX error rates", "health", "4", "5"),
          dashboard(
              "System health: Lambda invocation count, duration, errors",
              "health",
              "Invocations",
              "Duration",
              "Errors"),
          dashboard(
              "System health: DynamoDB throttled requests",
              "health",
              "ReadThrottleEvents",
              "WriteThrottleEvents"),
          dashboard("System health: CloudFront cache hit ratio", "health", "CacheHitRate"),
          dashboard(
              "Business metrics: feedback submission rate (per hour)",
              "business",
              "submissions",
              "3600"),
          dashboard("Business metrics: average rating trend", "business", "ratingSum / rated"),
          dashboard(
              "Business metrics: sentiment distribution",
              "business",
              "positive",
              "neutral",
              "negative"),
          dashboard(
              "Business metrics: top error messages", "business", "stats count(*)", "by message"),
          Row.of(
              "Business metrics: from what the aggregator logs",
              templates ->
                  assertThat(templates.some("AWS::Logs::MetricFilter"))
                      .extracting(filter -> filter.text("/MetricTransformations/0/MetricValue"))
                      .contains(
                          "$.submissions", "$.ratingSum", "$.rated", "$.positive", "$.negative")),
          Row.of(
              "Logs: structured (JSON)",
              templates ->
                  assertThat(templates.some("AWS::Lambda::Function"))
                      .filteredOn(function -> !function.property("/FunctionName").isMissingNode())
                      .isNotEmpty()
                      .allSatisfy(function ->
                          assertThat(function.text("/LoggingConfig/LogFormat")).isEqualTo("JSON"))),
          Row.of(
              "Log retention: CloudWatch Logs 30 days",
              templates ->
                  assertThat(templates.some("AWS::Logs::LogGroup"))
                      .allSatisfy(log -> assertThat(log.text("/RetentionInDays")).isEqualTo("30"))),
          Row.of(
              "Log retention: S3 archival 1 year (compressed)",
              templates -> {
                var functions =
                    templates.some("AWS::Lambda::Function").stream()
                        .filter(function -> !function.property("/FunctionName").isMissingNode())
                        .count();
                var gateways = templates.some("AWS::KinesisFirehose::DeliveryStream").size();
                assertThat(templates.some("AWS::Logs::SubscriptionFilter").size())
                    .as("the log of each function, and of each region's gateway, is archived")
                    .isGreaterThanOrEqualTo(Math.toIntExact(functions + gateways));
                assertThat(templates.some("AWS::KinesisFirehose::DeliveryStream"))
                    .allSatisfy(stream ->
                        assertThat(
                                stream.text(
                                    "/ExtendedS3DestinationConfiguration/CompressionFormat"))
                            .isEqualTo("GZIP"));
                assertThat(bucketOf(templates, "Archive"))
                    .allSatisfy(bucket ->
                        assertThat(bucket.json().toString()).contains("\"ExpirationInDays\":365"));
              }),
          Row.of(
              "Log retention: compliance logs 7 years (encrypted) -> and locked",
              templates -> {
                assertThat(templates.some("AWS::CloudTrail::Trail"))
                    .allSatisfy(trail ->
                        assertThat(trail.property("/EnableLogFileValidation").asBoolean())
                            .isTrue());
                // Without the last it is refused a bucket with a key of its own.
                assertThat(templates.some("AWS::KMS::Key"))
                    .extracting(key -> key.property("/KeyPolicy").toString())
                    .anySatisfy(policy ->
                        assertThat(policy)
                            .contains("cloudtrail.amazonaws.com")
                            .contains("kms:GenerateDataKey*", "kms:DescribeKey", "kms:Decrypt"));
                assertThat(bucketOf(templates, "Compliance"))
                    .singleElement()
                    .satisfies(bucket -> {
                      var lock = "/ObjectLockConfiguration/Rule/DefaultRetention";
                      assertThat(bucket.property(lock + "/Days").asInt())
                          .isGreaterThanOrEqualTo(7 * 365);
                      assertThat(bucket.text(lock + "/Mode")).isEqualTo("GOVERNANCE");
                      assertThat(bucket.property("/BucketEncryption").toString())
                          .contains("aws:kms");
                    });
              }));

  private WatchRows() {}

  private static Row alarm(String row, String name, String metric, double threshold, int seconds) {
    return Row.of(row, templates -> check(templates, name, metric, threshold, seconds));
  }

  private static void check(
      Templates templates, String name, String metric, double threshold, int seconds) {
    assertThat(alarms(templates, name))
        .isNotEmpty()
        .allSatisfy(alarm -> {
          assertThat(alarm.json().toString()).contains(metric);
          assertThat(alarm.property("/Threshold").asDouble()).isEqualTo(threshold);
          assertThat(alarm.text("/ComparisonOperator")).isEqualTo("GreaterThanThreshold");
          assertThat(period(alarm) * alarm.property("/EvaluationPeriods").asInt())
              .isEqualTo(seconds);
          assertThat(alarm.text("/TreatMissingData")).isEqualTo("notBreaching");
          assertThat(alarm.property("/AlarmActions")).isNotEmpty();
        });
  }

  private static List<Templates.Resource> alarms(Templates templates, String name) {
    return templates.some(ALARM).stream()
        .filter(alarm -> alarm.text("/AlarmName").equals("feedback-prod-" + name))
        .toList();
  }

  private static int period(Templates.Resource alarm) {
    var own = alarm.property("/Period");
    return own.isMissingNode()
        ? alarm.property("/Metrics").findValue("Period").asInt()
        : own.asInt();
  }

  private static Row dashboard(String row, String name, String... texts) {
    return Row.of(
        row,
        templates -> {
          var board =
              templates.the(
                  "AWS::CloudWatch::Dashboard", "/DashboardName", "feedback-" + name + "-prod");
          assertThat(body(board.property("/DashboardBody"))).contains(texts);
        });
  }

  /** The dashboard's own JSON, without what CloudFormation fills in. */
  private static String body(JsonNode property) {
    var texts = new ArrayList<String>();
    property.findPath("Fn::Join").path(1).forEach(part -> texts.add(part.asText()));
    return String.join("", texts);
  }

  private static List<Templates.Resource> bucketOf(Templates templates, String construct) {
    var found =
        templates.some("AWS::S3::Bucket").stream()
            .filter(bucket -> bucket.id().startsWith(construct + "Bucket"))
            .toList();
    assertThat(found).isNotEmpty();
    return found;
  }
}
