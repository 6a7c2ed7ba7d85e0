package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Rows of the first design about what is kept, for how long, and how it comes back. */
final class DataRows {

  private static final String TABLE = "AWS::DynamoDB::GlobalTable";

  static final List<Row> ROWS =
      List.of(
          Row.of(
              "Feedback table: feedback-prod, partition key (String) -> tenant and time-ordered id",
              templates -> {
                var table = table(templates, "feedback-prod");
                assertThat(table.text("/KeySchema/0/AttributeName")).isEqualTo("pk");
                assertThat(table.text("/KeySchema/1/AttributeName")).isEqualTo("sk");
                assertThat(table.text("/AttributeDefinitions/0/AttributeType")).isEqualTo("S");
              }),
          Row.of(
              "Feedback table: on-demand",
              templates ->
                  assertThat(table(templates, "feedback-prod").text("/BillingMode"))
                      .isEqualTo("PAY_PER_REQUEST")),
          Row.of(
              "Feedback table: streams, new image -> also the old one, to take back what no longer counts",
              templates ->
                  assertThat(
                          table(templates, "feedback-prod")
                              .text("/StreamSpecification/StreamViewType"))
                      .isEqualTo("NEW_AND_OLD_IMAGES")),
          Row.of(
              "Feedback table: createdAt-index (optional) -> the sort key is in order of time",
              templates ->
                  assertThat(
                          table(templates, "feedback-prod")
                              .property("/GlobalSecondaryIndexes")
                              .isMissingNode())
                      .isTrue()),
          Row.of(
              "Analytics table: analytics-prod, provisioned RCU 5, WCU 10 -> as minimum, with scaling",
              templates -> {
                var table = table(templates, "analytics-prod");
                assertThat(table.text("/BillingMode")).isEqualTo("PROVISIONED");
                var scaling = "CapacityAutoScalingSettings/MinCapacity";
                assertThat(table.text("/WriteProvisionedThroughputSettings/Write" + scaling))
                    .isEqualTo("10");
                assertThat(
                        table.text("/Replicas/0/ReadProvisionedThroughputSettings/Read" + scaling))
                    .isEqualTo("5");
              }),
          Row.of(
              "Backup: point-in-time recovery, 35-day window",
              templates ->
                  assertThat(templates.some(TABLE))
                      .allSatisfy(table ->
                          assertThat(table.property("/Replicas"))
                              .isNotEmpty()
                              .allSatisfy(replica -> {
                                var recovery = replica.path("PointInTimeRecoverySpecification");
                                assertThat(recovery.path("PointInTimeRecoveryEnabled").asBoolean())
                                    .isTrue();
                                assertThat(recovery.path("RecoveryPeriodInDays").asInt())
                                    .isEqualTo(35);
                              }))),
          Row.of(
              "Backup: weekly, automated via Lambda -> by AWS Backup, of every table",
              templates -> {
                var rule = "/BackupPlan/BackupPlanRule/0";
                assertThat(templates.some("AWS::Backup::BackupPlan"))
                    .singleElement()
                    .satisfies(plan -> {
                      assertThat(plan.text(rule + "/ScheduleExpression"))
                          .isEqualTo("cron(0 3 ? * SUN *)");
                      assertThat(plan.text(rule + "/Lifecycle/DeleteAfterDays")).isEqualTo("90");
                    });
                assertThat(
                        templates
                            .some("AWS::Backup::BackupSelection")
                            .getFirst()
                            .property("/BackupSelection/Resources"))
                    .hasSize(3);
                assertThat(
                        templates
                            .some("AWS::Backup::BackupVault")
                            .getFirst()
                            .text("/LockConfiguration/MinRetentionDays"))
                    .isEqualTo("35");
              }),
          Row.of(
              "Retention: 30-day automatic deletion -> time to live; the days are each tenant's",
              templates -> {
                var timeToLive =
                    table(templates, "feedback-prod").property("/TimeToLiveSpecification");
                assertThat(timeToLive.path("Enabled").asBoolean()).isTrue();
                assertThat(timeToLive.path("AttributeName").asText()).isEqualTo("expiresAt");
              }),
          Row.of(
              "Encryption at rest: DynamoDB, AWS-managed KMS keys",
              templates ->
                  assertThat(templates.some(TABLE))
                      .allSatisfy(table ->
                          assertThat(table.text("/SSESpecification/SSEType")).isEqualTo("KMS"))),
          Row.of(
              "Data loss: tables cannot be deleted, nor with their stack",
              templates ->
                  assertThat(templates.some(TABLE))
                      .allSatisfy(table -> {
                        assertThat(table.json().path("DeletionPolicy").asText())
                            .isEqualTo("Retain");
                        assertThat(table.text("/Replicas/0/DeletionProtectionEnabled"))
                            .isEqualTo("true");
                      })),
          new Row(
              "Region failure: global tables (future) -> with a second region",
              (templates, layout) ->
                  assertThat(table(templates, "feedback-prod").property("/Replicas"))
                      .hasSize(EdgeRows.twoRegions(layout) ? 2 : 1)),
          new Row(
              "Region failure: Route 53 health check and failover -> with a second region",
              (templates, layout) -> {
                assertThat(templates.some(TABLE)).isNotEmpty();
                assertThat(templates.all("AWS::Route53::HealthCheck"))
                    .hasSize(EdgeRows.twoRegions(layout) ? 2 : 0)
                    .allSatisfy(check ->
                        assertThat(check.text("/HealthCheckConfig/ResourcePath"))
                            .isEqualTo("/prod/health/ready"));
                assertThat(templates.all("AWS::Route53::RecordSet"))
                    .filteredOn(record -> !record.property("/Failover").isMissingNode())
                    .hasSize(EdgeRows.twoRegions(layout) ? 4 : 0);
              }));

  private DataRows() {}

  private static Templates.Resource table(Templates templates, String name) {
    return templates.the(TABLE, "/TableName", name);
  }
}
