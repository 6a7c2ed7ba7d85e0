package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.feedbackplatform.core.dynamodb.TableLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of the first design about functions: Java where it had Python, one API where it had three.
 */
final class FunctionRows {

  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String API = "feedback-api-prod";
  private static final String AGGREGATOR = "feedback-aggregate-prod";
  private static final String ROLLBACK = "feedback-rollback-prod";

  static final List<Row> ROWS =
      List.of(
          each(
              API,
              "create-feedback, list-feedback, get-analytics: Python 3.9 -> one function with its own Java runtime",
              function -> assertThat(function.text("/Runtime")).isEqualTo("provided.al2023")),
          each(
              API,
              "create-feedback: 256 MB -> 1,769 MB, a whole processor, for which a call is as much shorter",
              function -> assertThat(function.text("/MemorySize")).isEqualTo("1769")),
          each(
              API,
              "create-feedback: timeout 10 seconds -> 28, just within API Gateway's own limit",
              function -> assertThat(function.property("/Timeout").asInt()).isBetween(10, 28)),
          each(
              API,
              "create-feedback: FEEDBACK_TABLE_NAME=feedback-prod, and the other tables alike",
              function ->
                  TableLayout.ALL.forEach(table ->
                      assertThat(
                              function.text(
                                  "/Environment/Variables/" + table.environmentVariable()))
                          .isEqualTo(table.name() + "-prod"))),
          each(
              API,
              "create-feedback: LOG_LEVEL=INFO -> Lambda's own setting",
              function ->
                  assertThat(function.text("/LoggingConfig/ApplicationLogLevel"))
                      .isEqualTo("INFO")),
          Row.of(
              "create-feedback: dynamodb:PutItem on the feedback table",
              templates ->
                  assertThat(allowed(templates, "feedback-api-prod", "dynamodb:PutItem"))
                      .anySatisfy(
                          resource -> assertThat(resource).contains("table/feedback-prod"))),
          Row.of(
              "list-feedback: dynamodb:Scan or Query -> Query; nothing may scan",
              templates -> {
                assertThat(allowed(templates, "feedback-api-prod", "dynamodb:Query")).isNotEmpty();
                assertThat(templates.some("AWS::IAM::Policy"))
                    .allSatisfy(policy ->
                        assertThat(policy.json().toString())
                            .doesNotContain("dynamodb:Scan")
                            .doesNotContain("\"dynamodb:*\""));
              }),
          Row.of(
              "get-analytics: dynamodb:GetItem on the analytics table -> and no write but of ordered recounts",
              templates -> {
                assertThat(allowed(templates, "feedback-api-prod", "dynamodb:GetItem"))
                    .anySatisfy(resource -> assertThat(resource).contains("table/analytics-prod"));
                assertThat(statements(templates, "feedback-api-prod", "", "dynamodb:PutItem"))
                    .filteredOn(statement ->
                        statement.path("Resource").toString().contains("table/analytics-prod"))
                    .allSatisfy(statement ->
                        assertThat(
                                each(
                                    statement.at(
                                        "/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys")))
                            .containsExactly(TableLayout.recountsOf("${aws:PrincipalTag/tenant}")));
              }),
          each(
              AGGREGATOR,
              "stream-aggregator: Python 3.9, 256 MB, 30 seconds -> Java 25, 512 MB, 60 seconds for larger batches",
              function -> {
                assertThat(function.text("/Runtime")).isEqualTo("java25");
                assertThat(function.text("/MemorySize")).isEqualTo("512");
                assertThat(function.text("/Timeout")).isEqualTo("60");
              }),
          Row.of(
              "stream-aggregator: DynamoDB Streams, batch size 100 -> 1,000, which fold into fewer writes; concurrent batches 2 -> 1, which keeps a tenant's changes in order",
              templates -> {
                var mapping = templates.some("AWS::Lambda::EventSourceMapping").getFirst();
                assertThat(mapping.text("/BatchSize")).isEqualTo("1000");
                assertThat(mapping.text("/ParallelizationFactor")).isEqualTo("1");
              }),
          Row.of(
              "stream-aggregator: filter INSERT events -> no filter: edits, removals and expiries change the counts",
              templates ->
                  assertThat(
                          templates
                              .some("AWS::Lambda::EventSourceMapping")
                              .getFirst()
                              .property("/FilterCriteria"))
                      .isEmpty()),
          Row.of(
              "stream-aggregator: handle errors and retries -> the failed record alone, then a queue",
              templates -> {
                var mapping = templates.some("AWS::Lambda::EventSourceMapping").getFirst();
                assertThat(mapping.text("/FunctionResponseTypes/0"))
                    .isEqualTo("ReportBatchItemFailures");
                assertThat(mapping.property("/DestinationConfig/OnFailure").isObject()).isTrue();
                assertThat(mapping.property("/MaximumRecordAgeInSeconds").asInt()).isPositive();
              }),
          Row.of(
              "stream-aggregator: GetRecords, GetShardIterator, DescribeStream on the stream",
              templates ->
                  List.of("GetRecords", "GetShardIterator", "DescribeStream")
                      .forEach(action ->
                          assertThat(
                                  allowed(templates, "feedback-workers-prod", "dynamodb:" + action))
                              .isNotEmpty()
                              .allSatisfy(resource -> assertThat(resource).contains("StreamArn")))),
          Row.of(
              "stream-aggregator: dynamodb:UpdateItem on the analytics table",
              templates ->
                  assertThat(
                          allowed(
                              templates,
                              "feedback-workers-prod",
                              "Aggregator",
                              "dynamodb:UpdateItem"))
                      .isNotEmpty()
                      .allSatisfy(
                          resource -> assertThat(resource).contains("table/analytics-prod"))),
          each(
              ROLLBACK,
              "rollback-orchestrator: Python 3.9, 256 MB, 60 seconds -> Java 25, 512 MB, long enough to wake a version",
              function -> {
                assertThat(function.text("/Runtime")).isEqualTo("java25");
                assertThat(function.text("/MemorySize")).isEqualTo("512");
                assertThat(function.property("/Timeout").asInt()).isGreaterThanOrEqualTo(60);
              }),
          Row.of(
              "rollback-orchestrator: triggered by an SNS topic from a CloudWatch alarm",
              templates ->
                  assertThat(templates.some("AWS::SNS::Subscription"))
                      .anySatisfy(subscription -> {
                        assertThat(subscription.text("/Protocol")).isEqualTo("lambda");
                        assertThat(subscription.json().toString())
                            .contains("feedback-prod-api-errors");
                      })),
          Row.of(
              "rollback-orchestrator: lambda:UpdateAlias -> of the API's alias; no other code or configuration",
              templates -> {
                assertThat(allowed(templates, "feedback-ops-prod", "lambda:UpdateAlias"))
                    .isNotEmpty()
                    .allSatisfy(
                        resource -> assertThat(resource).contains("function:feedback-api-prod"));
                assertThat(templates.some("AWS::IAM::Policy"))
                    .filteredOn(policy -> policy.stack().startsWith("feedback-ops"))
                    .allSatisfy(policy ->
                        assertThat(policy.json().toString())
                            .doesNotContain("lambda:UpdateFunction")
                            .doesNotContain("\"lambda:*\""));
              }),
          Row.of(
              "rollback-orchestrator: lambda:Invoke for health checks, sns:Publish for notifications",
              templates -> {
                assertThat(allowed(templates, "feedback-ops-prod", "lambda:InvokeFunction"))
                    .isNotEmpty();
                assertThat(allowed(templates, "feedback-ops-prod", "sns:Publish")).isNotEmpty();
              }),
          Row.of(
              "Lambda code: versioning enabled (immutable deployments), alias prod",
              templates -> {
                assertThat(templates.some("AWS::Lambda::Version")).isNotEmpty();
                assertThat(templates.some("AWS::Lambda::Alias"))
                    .allSatisfy(alias -> assertThat(alias.text("/Name")).isEqualTo("prod"));
              }),
          Row.of(
              "Lambda code: deployment packages retained for 90 days",
              templates ->
                  assertThat(templates.some("AWS::S3::Bucket"))
                      .anySatisfy(bucket -> {
                        assertThat(bucket.stack()).startsWith("feedback-ops");
                        assertThat(bucket.text("/LifecycleConfiguration/Rules/0/ExpirationInDays"))
                            .isEqualTo("90");
                      })),
          Row.of(
              "Future: traffic shifting -> canary releases that an alarm stops",
              templates ->
                  assertThat(templates.some("AWS::CodeDeploy::DeploymentGroup"))
                      .allSatisfy(group ->
                          assertThat(group.json().toString())
                              .contains("Canary10Percent5Minutes", "DEPLOYMENT_STOP_ON_ALARM"))),
          Row.of(
              "Cold starts: keep-warm pings every 5 minutes -> of the version to go back to",
              templates ->
                  assertThat(templates.some("AWS::Events::Rule"))
                      .anySatisfy(rule ->
                          assertThat(rule.text("/ScheduleExpression"))
                              .isEqualTo("rate(5 minutes)"))),
          Row.of(
              "Lambda: VPC deployment, NAT (optional) -> none, since nothing is in a VPC that they call",
              templates -> {
                assertThat(templates.some(FUNCTION))
                    .allSatisfy(function ->
                        assertThat(function.property("/VpcConfig").isMissingNode()).isTrue());
                assertThat(templates.all("AWS::EC2::NatGateway")).isEmpty();
              }),
          Row.of(
              "IAM: each function has a role of its own",
              templates -> {
                var ours =
                    templates.some(FUNCTION).stream()
                        .filter(function -> !function.property("/FunctionName").isMissingNode())
                        .toList();
                assertThat(ours)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .extracting(function -> function.stack() + function.text("/Role"))
                    .doesNotHaveDuplicates();
              }));

  private FunctionRows() {}

  interface Check {
    void accept(Templates.Resource function);
  }

  /** Of a function in every region that has it. */
  private static Row each(String name, String row, Check check) {
    return Row.of(
        row,
        templates ->
            assertThat(templates.some(FUNCTION))
                .filteredOn(function -> function.text("/FunctionName").equals(name))
                .isNotEmpty()
                .allSatisfy(check::accept));
  }

  /** What the policies of a stack allow an action on. */
  private static List<String> allowed(Templates templates, String stack, String action) {
    return allowed(templates, stack, "", action);
  }

  /**
   * @param construct what the logical ids of the policies begin with
   */
  private static List<String> allowed(
      Templates templates, String stack, String construct, String action) {
    return statements(templates, stack, construct, action).stream()
        .flatMap(statement -> each(statement.path("Resource")).stream())
        .toList();
  }

  private static List<JsonNode> statements(
      Templates templates, String stack, String construct, String action) {
    var statements = new ArrayList<JsonNode>();
    for (var policy : templates.some("AWS::IAM::Policy")) {
      if (policy.stack().equals(stack) && policy.id().startsWith(construct)) {
        for (var statement : policy.property("/PolicyDocument/Statement")) {
          if (each(statement.path("Action")).contains(action)) {
            statements.add(statement);
          }
        }
      }
    }
    return statements;
  }

  private static List<String> each(JsonNode one) {
    var all = new ArrayList<String>();
    if (one.isArray()) {
      one.forEach(element -> all.add(element.isTextual() ? element.asText() : element.toString()));
    } else {
      all.add(one.isTextual() ? one.asText() : one.toString());
    }
    return all;
  }
}
