package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.dynamodb.TableLayout;
import io.feedbackplatform.core.dynamodb.TableNames;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TablePropsV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/**
 * Everything that is kept: the tables of {@link TableLayout}, recoverable, encrypted and safe from
 * deletion.
 */
public final class DataStack extends Stack {

  private static final int RECOVERY_DAYS = 35;

  public DataStack(Construct scope, Stage stage) {
    super(scope, "feedback-data-" + stage.name());
    var names = TableNames.ofStage(stage.name());
    for (var layout : TableLayout.ALL) {
      new TableV2(this, layout.name(), properties(layout, names.of(layout)));
    }
  }

  private static TablePropsV2 properties(TableLayout layout, String name) {
    var properties =
        TablePropsV2.builder()
            .tableName(name)
            .partitionKey(text(TableLayout.PARTITION_KEY))
            .sortKey(text(TableLayout.SORT_KEY))
            .billing(Billing.onDemand())
            .encryption(TableEncryptionV2.awsManagedKey())
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder()
                    .pointInTimeRecoveryEnabled(true)
                    .recoveryPeriodInDays(RECOVERY_DAYS)
                    .build())
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .globalSecondaryIndexes(layout.indexes().stream().map(DataStack::index).toList());
    if (layout.timeToLive() != null) {
      properties.timeToLiveAttribute(layout.timeToLive());
    }
    if (layout.stream()) {
      properties.dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES);
    }
    return properties.build();
  }

  private static GlobalSecondaryIndexPropsV2 index(TableLayout.IndexLayout index) {
    return GlobalSecondaryIndexPropsV2.builder()
        .indexName(index.name())
        .partitionKey(text(index.partitionKey()))
        .sortKey(text(index.sortKey()))
        .projectionType(ProjectionType.ALL)
        .build();
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
