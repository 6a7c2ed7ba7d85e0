package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.OperatorGrant;
import io.feedbackplatform.core.operator.OperatorGrantId;
import io.feedbackplatform.core.operator.OperatorGrants;
import io.feedbackplatform.core.operator.TenantEvents;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Grants lie among what their tenant owns; there are few. */
final class DynamoDbOperatorGrants implements OperatorGrants {

  private static final String LAST_USED_AT = "lastUsedAt";

  private final DynamoDbTable table;
  private final DynamoDbTenants tenants;
  private final AuditedWrites writes;
  private final Clock clock;

  DynamoDbOperatorGrants(
      DynamoDbTable table, DynamoDbTenants tenants, AuditedWrites writes, Clock clock) {
    this.table = table;
    this.tenants = tenants;
    this.writes = writes;
    this.clock = clock;
  }

  @Override
  public void create(TenantId tenant, OperatorGrant grant, Actor actor) {
    writes.write(
        tenant,
        () -> {
          tenants.find(tenant).orElseThrow(DomainException.NotFound::new).requireNoRemoval();
          var event =
              TenantEvents.ofGrant(
                  grant,
                  Operation.OPERATOR_GRANT_CREATED,
                  List.of("reason", "until"),
                  actor,
                  grant.from());
          var action =
              table.putAction(
                  toItem(tenant, grant),
                  put -> put.conditionExpression("attribute_not_exists(pk)"));
          return new Change<>(grant, event, List.of(action, tenants.noRemovalAction(tenant)));
        });
  }

  @Override
  public List<OperatorGrant> list(TenantId tenant) {
    return table
        .query(Key.of(tenant), Key.OPERATOR_GRANTS)
        .map(DynamoDbOperatorGrants::toGrant)
        .sorted(
            Comparator.comparing(OperatorGrant::from)
                .thenComparing(grant -> grant.id().value())
                .reversed())
        .toList();
  }

  @Override
  public Optional<OperatorGrant> findLive(TenantId tenant, UserId operator) {
    var now = clock.instant();
    return list(tenant).stream()
        .filter(grant -> grant.operator().equals(operator) && grant.isLiveAt(now))
        .max(Comparator.comparing(OperatorGrant::until));
  }

  @Override
  public OperatorGrant end(TenantId tenant, OperatorGrantId id, Actor actor) {
    return writes.write(
        tenant,
        () -> {
          var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          var grant =
              table
                  .get(Key.operatorGrant(tenant, id))
                  .map(DynamoDbOperatorGrants::toGrant)
                  .orElseThrow(DomainException.NotFound::new);
          var ended = grant.endedAt(now);
          if (ended.equals(grant)) {
            return Change.none(grant);
          }
          tenants.find(tenant).orElseThrow(DomainException.NotFound::new).requireNoRemoval();
          var event =
              TenantEvents.ofGrant(
                  grant, Operation.OPERATOR_GRANT_ENDED, List.of("endedAt"), actor, now);
          return new Change<>(
              ended, event, List.of(ending(tenant, id, now), tenants.noRemovalAction(tenant)));
        });
  }

  /** Touches nothing else: a use that is noted meanwhile stays noted. */
  private TransactWriteItem ending(TenantId tenant, OperatorGrantId id, Instant at) {
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(table.name())
                .key(Key.operatorGrant(tenant, id).attributes())
                .updateExpression("SET endedAt = :at")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(at.toString()))))
        .build();
  }

  @Override
  public void noteUse(TenantId tenant, OperatorGrantId grant) {
    table
        .client()
        .updateItem(request ->
            request
                .tableName(table.name())
                .key(Key.operatorGrant(tenant, grant).attributes())
                .updateExpression("SET #used = :now")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeNames(Map.of("#used", LAST_USED_AT))
                .expressionAttributeValues(
                    Map.of(":now", AttributeValue.fromS(clock.instant().toString()))));
  }

  /** One that was just made: neither used nor ended. */
  private static Item toItem(TenantId tenant, OperatorGrant grant) {
    return Item.at(Key.operatorGrant(tenant, grant.id()))
        .with("grantId", grant.id().value())
        .with("operatorId", grant.operator().value())
        .with("reason", grant.reason())
        .with("from", grant.from())
        .with("until", grant.until());
  }

  private static OperatorGrant toGrant(Item item) {
    return new OperatorGrant(
        new OperatorGrantId(item.requiredText("grantId")),
        new UserId(item.requiredText("operatorId")),
        item.requiredText("reason"),
        item.instant("from"),
        item.instant("until"),
        item.instantOrNull("endedAt"),
        item.instantOrNull(LAST_USED_AT));
  }
}
