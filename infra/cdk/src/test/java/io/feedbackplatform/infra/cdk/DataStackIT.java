package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.dynamodb.TableLayout;
import io.feedbackplatform.core.dynamodb.TableNames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Matcher;
import software.amazon.awscdk.assertions.Template;

/** Synthesises for real, which takes a Node process. */
class DataStackIT {

  private static final String TABLE = "AWS::DynamoDB::GlobalTable";
  static final List<TableLayout> LAYOUTS = TableLayout.ALL;

  private static Template template;

  @BeforeAll
  static void synthesise() {
    template = Layout.STANDARD.template("feedback-data-prod");
  }

  @Test
  void hasTheTablesOfTheLayoutAndNoOther() {
    template.resourceCountIs(TABLE, TableLayout.ALL.size());
  }

  @ParameterizedTest
  @FieldSource("LAYOUTS")
  void givesEachTableTheShapeOfItsLayout(TableLayout layout) {
    var name = TableNames.ofStage("prod").of(layout);
    template.hasResourceProperties(
        TABLE,
        Match.objectLike(
            Map.of(
                "TableName",
                name,
                "KeySchema",
                keys(TableLayout.PARTITION_KEY, TableLayout.SORT_KEY),
                "BillingMode",
                layout.equals(TableLayout.ANALYTICS) ? "PROVISIONED" : "PAY_PER_REQUEST",
                "TimeToLiveSpecification",
                Map.of("AttributeName", layout.timeToLive(), "Enabled", true),
                "StreamSpecification",
                layout.stream() ? Map.of("StreamViewType", "NEW_AND_OLD_IMAGES") : Match.absent(),
                "GlobalSecondaryIndexes",
                layout.indexes().isEmpty()
                    ? Match.absent()
                    : layout.indexes().stream()
                        .map(index ->
                            Match.objectLike(
                                Map.of(
                                    "IndexName", index.name(),
                                    "KeySchema", keys(index.partitionKey(), index.sortKey()),
                                    "Projection", Map.of("ProjectionType", "ALL"))))
                        .toList())));
  }

  @Test
  void keepsEveryTableSafe() {
    template.allResourcesProperties(
        TABLE,
        Match.objectLike(
            Map.of(
                "SSESpecification", Map.of("SSEEnabled", true, "SSEType", "KMS"),
                "Replicas",
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "DeletionProtectionEnabled",
                                true,
                                "PointInTimeRecoverySpecification",
                                Map.of(
                                    "PointInTimeRecoveryEnabled",
                                    true,
                                    "RecoveryPeriodInDays",
                                    35)))))));
    template.allResources(TABLE, Match.objectLike(Map.of("DeletionPolicy", "Retain")));
  }

  @Test
  void scalesTheCountersWhichMayWait() {
    template.hasResourceProperties(
        TABLE,
        Match.objectLike(
            Map.of(
                "TableName",
                "analytics-prod",
                "WriteProvisionedThroughputSettings",
                Map.of("WriteCapacityAutoScalingSettings", scaling(10, 4_000)),
                "Replicas",
                List.of(
                    Match.objectLike(
                        Map.of(
                            "ReadProvisionedThroughputSettings",
                            Map.of("ReadCapacityAutoScalingSettings", scaling(5, 1_000))))))));
  }

  @Test
  void replicatesEveryTableToTheSecondRegion() {
    var twoRegions = Layout.STANDARD_TWO_REGIONS.template("feedback-data-prod");
    twoRegions.resourceCountIs(TABLE, TableLayout.ALL.size());
    twoRegions.allResourcesProperties(
        TABLE,
        Match.objectLike(
            Map.of(
                "StreamSpecification", Map.of("StreamViewType", "NEW_AND_OLD_IMAGES"),
                "SSESpecification", Map.of("SSEEnabled", true, "SSEType", "KMS"),
                "Replicas", List.of(replica("eu-west-1"), replica("us-east-1")))));
  }

  private static Matcher replica(String region) {
    return Match.objectLike(
        Map.of(
            "Region",
            region,
            "DeletionProtectionEnabled",
            true,
            "PointInTimeRecoverySpecification",
            Map.of("PointInTimeRecoveryEnabled", true, "RecoveryPeriodInDays", 35)));
  }

  private static Map<String, Object> scaling(int least, int most) {
    return Map.of(
        "MinCapacity",
        least,
        "MaxCapacity",
        most,
        "TargetTrackingScalingPolicyConfiguration",
        Map.of("TargetValue", 70));
  }

  @Test
  void namesTablesByStageSoThatTwoFitIntoOneAccount() {
    assertThat(TableNames.ofStage("prod").feedback()).isEqualTo("feedback-prod");
    assertThat(TableNames.ofStage("test")).isNotEqualTo(TableNames.ofStage("prod"));
  }

  private static List<Map<String, String>> keys(String partition, String sort) {
    return List.of(
        Map.of("AttributeName", partition, "KeyType", "HASH"),
        Map.of("AttributeName", sort, "KeyType", "RANGE"));
  }
}
