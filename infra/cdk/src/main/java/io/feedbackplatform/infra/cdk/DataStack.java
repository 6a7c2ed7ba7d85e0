package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.dynamodb.TableLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.AutoscaledCapacityOptions;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.Capacity;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.ReplicaTableProps;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TablePropsV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.dynamodb.ThroughputProps;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.constructs.Construct;

/**
 * Everything that is kept: the tables of {@link TableLayout}, recoverable, encrypted and safe from
 * deletion, and replicated when there is a second region.
 */
final class DataStack extends Stack {

  static final int RECOVERY_DAYS = 35;

  private final Place place;
  private final Map<TableLayout, TableV2> tables = new LinkedHashMap<>();

  DataStack(Construct scope, Place place) {
    super(scope, place.stackName("data"), place.protectedStack("data", "What is kept: the tables"));
    this.place = place;
    for (var layout : TableLayout.ALL) {
      tables.put(layout, new TableV2(this, layout.name(), properties(layout)));
    }
  }

  /** The tables in the home region, in the order of their layouts. */
  List<ITable> tables() {
    return List.copyOf(tables.values());
  }

  /** The stream of changes of feedback, in the home region. */
  String feedbackStreamArn() {
    return Objects.requireNonNull(table(TableLayout.FEEDBACK).getTableStreamArn());
  }

  /**
   * To take feedback and show it, in the region of the grantees.
   *
   * @param lookUps finds out whose a credential is
   * @param tenant works for the one tenant that its session is tagged with
   */
  void grantServing(IGrantable lookUps, IGrantable tenant) {
    grant(
        lookUps,
        List.of("dynamodb:GetItem", "dynamodb:Query"),
        arn(lookUps, TableLayout.TENANTS, ""),
        inPartitions(TableLayout.LOOK_UPS));
    for (var index : TableLayout.TENANTS.indexes()) {
      grant(
          lookUps,
          List.of("dynamodb:Query"),
          arn(lookUps, TableLayout.TENANTS, "/index/" + index.name()),
          Map.of());
    }
    var own = List.of(TableLayout.partitionsOf("${aws:PrincipalTag/" + TenantRole.TAG + "}"));
    grant(
        tenant,
        List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"),
        arn(tenant, TableLayout.FEEDBACK, ""),
        inPartitions(own));
    grant(
        tenant,
        List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"),
        arn(tenant, TableLayout.ANALYTICS, ""),
        inPartitions(own));
    grant(
        tenant,
        List.of("dynamodb:PutItem", "dynamodb:UpdateItem"),
        arn(tenant, TableLayout.ANALYTICS, ""),
        inPartitions(
            List.of(TableLayout.recountsOf("${aws:PrincipalTag/" + TenantRole.TAG + "}"))));
    grant(
        tenant,
        List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        arn(tenant, TableLayout.TENANTS, ""),
        inPartitions(own));
    // The look-ups change in the same transaction as what they find; who knows no key lists none.
    grant(
        tenant,
        List.of(
            "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        arn(tenant, TableLayout.TENANTS, ""),
        inPartitions(TableLayout.LOOK_UPS));
  }

  /**
   * "For all" holds for a request that names none, therefore the second condition.
   *
   * @param patterns of values of the partition key
   */
  private static Map<String, Map<String, Object>> inPartitions(List<String> patterns) {
    return Map.of(
        "ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", patterns),
        "Null", Map.of("dynamodb:LeadingKeys", "false"));
  }

  /**
   * To read the ledger of what was counted, write it together with the counters, and note fences.
   */
  void grantCounting(IGrantable aggregator) {
    grant(
        aggregator,
        List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        arn(aggregator, TableLayout.ANALYTICS, ""),
        Map.of());
  }

  /** To read all feedback and all counters, set fences, and repair counters. */
  void grantRecounting(IGrantable recounter) {
    grant(
        recounter,
        List.of("dynamodb:PutItem", "dynamodb:Query"),
        arn(recounter, TableLayout.FEEDBACK, ""),
        Map.of());
    grant(
        recounter,
        List.of("dynamodb:Query", "dynamodb:UpdateItem"),
        arn(recounter, TableLayout.ANALYTICS, ""),
        Map.of());
    grant(
        recounter,
        List.of("dynamodb:GetItem", "dynamodb:Query"),
        arn(recounter, TableLayout.TENANTS, ""),
        Map.of());
  }

  /** To look up what a tenant is like. */
  void grantReadingTenants(IGrantable reader) {
    grant(reader, List.of("dynamodb:GetItem"), arn(reader, TableLayout.TENANTS, ""), Map.of());
  }

  /** To read feedback, one at a time, and write down what somebody makes of it. */
  void grantAssessing(IGrantable assessor) {
    grantReadingTenants(assessor);
    grant(
        assessor,
        List.of("dynamodb:GetItem", "dynamodb:UpdateItem"),
        arn(assessor, TableLayout.FEEDBACK, ""),
        Map.of());
  }

  /** To remove all of a tenant, and note that it was. */
  void grantRemoving(IGrantable remover) {
    var removing = List.of("dynamodb:BatchWriteItem", "dynamodb:Query");
    grant(remover, removing, arn(remover, TableLayout.FEEDBACK, ""), Map.of());
    grant(remover, removing, arn(remover, TableLayout.ANALYTICS, ""), Map.of());
    grant(
        remover,
        List.of(
            "dynamodb:BatchWriteItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        arn(remover, TableLayout.TENANTS, ""),
        Map.of());
  }

  private static void grant(
      IGrantable grantee,
      List<String> actions,
      String arn,
      Map<String, Map<String, Object>> conditions) {
    Grant.addToPrincipal(
        GrantOnPrincipalOptions.builder()
            .grantee(grantee)
            .actions(actions)
            .resourceArns(List.of(arn))
            .conditions(conditions)
            .build());
  }

  /** By name, since a replica in another region is not a resource of this stack. */
  private String arn(IGrantable grantee, TableLayout layout, String part) {
    return Stack.of((Construct) grantee)
        .formatArn(
            ArnComponents.builder()
                .service("dynamodb")
                .resource("table")
                .resourceName(place.tables().of(layout) + part)
                .build());
  }

  private TableV2 table(TableLayout layout) {
    return Objects.requireNonNull(tables.get(layout));
  }

  private TablePropsV2 properties(TableLayout layout) {
    var properties =
        TablePropsV2.builder()
            .tableName(place.tables().of(layout))
            .partitionKey(text(TableLayout.PARTITION_KEY))
            .sortKey(text(TableLayout.SORT_KEY))
            .billing(billing(layout))
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
    var secondRegion = place.installation().secondRegion();
    if (secondRegion != null) {
      properties.replicas(List.of(ReplicaTableProps.builder().region(secondRegion).build()));
    }
    // Replication is by streams, so that every replicated table has one.
    if (layout.stream() || secondRegion != null) {
      properties.dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES);
    }
    return properties.build();
  }

  /** Only the aggregator writes counters, and it can wait for capacity; visitors cannot. */
  private static Billing billing(TableLayout layout) {
    return layout.equals(TableLayout.ANALYTICS)
        ? Billing.provisioned(
            ThroughputProps.builder()
                .readCapacity(scaling(5, 1_000))
                .writeCapacity(scaling(10, 4_000))
                .build())
        : Billing.onDemand();
  }

  private static Capacity scaling(int least, int most) {
    return Capacity.autoscaled(
        AutoscaledCapacityOptions.builder()
            .minCapacity(least)
            .maxCapacity(most)
            .targetUtilizationPercent(70)
            .build());
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
