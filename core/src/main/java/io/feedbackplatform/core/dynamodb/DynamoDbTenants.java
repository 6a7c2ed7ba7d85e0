package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.operator.TenantEvents;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

final class DynamoDbTenants implements Tenants {

  private static final String NO_REMOVAL =
      "attribute_exists(pk) AND attribute_not_exists(" + TenantItem.DELETION_STARTED_AT + ")";

  private final DynamoDbTable table;
  private final AuditedWrites writes;
  private final Clock clock;

  /** A tenant's shards never change, so they are kept; an entry takes some hundred bytes. */
  private final Map<TenantId, Integer> shards = new ConcurrentHashMap<>();

  DynamoDbTenants(DynamoDbTable table, AuditedWrites writes, Clock clock) {
    this.table = table;
    this.writes = writes;
    this.clock = clock;
  }

  @Override
  public void create(Tenant tenant) {
    try {
      table.client().transactWriteItems(request -> request.transactItems(creation(tenant)));
    } catch (TransactionCanceledException canceled) {
      if (canceled.cancellationReasons().stream()
          .noneMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
        throw canceled;
      }
      // What is stored wins.
    }
  }

  /** The actions by which a tenant is there. */
  List<TransactWriteItem> creation(Tenant tenant) {
    return List.of(
        table.putAction(
            TenantItem.toItem(tenant), put -> put.conditionExpression("attribute_not_exists(pk)")),
        table.putAction(
            RegisterItem.toItem(RegisteredTenant.Present.of(tenant)),
            put -> put.conditionExpression("attribute_not_exists(pk)")));
  }

  @Override
  public Optional<Tenant> find(TenantId tenant) {
    return table.get(Key.tenant(tenant)).map(item -> toTenant(tenant, item));
  }

  @Override
  public Tenant change(TenantId id, TenantChange change, Actor actor) {
    return writes.write(
        id,
        () -> {
          var now = clock.instant();
          var before = find(id).orElseThrow(DomainException.NotFound::new);
          var after = change.applied(before, actor, now);
          if (after.equals(before)) {
            return Change.none(after);
          }
          var event = TenantEvents.changed(before, after, change, actor, now);
          return new Change<>(after, event, actions(before, after));
        });
  }

  private List<TransactWriteItem> actions(Tenant before, Tenant after) {
    var actions = new ArrayList<TransactWriteItem>();
    actions.add(
        table.putAction(TenantItem.toItem(after), put -> put.conditionExpression(NO_REMOVAL)));
    actions.add(table.putAction(RegisterItem.toItem(RegisteredTenant.Present.of(after))));
    var former = before.deletion();
    var deletion = after.deletion();
    if (deletion != null && former == null) {
      actions.add(table.putAction(Item.at(Key.removal(after.id(), deletion.dueAt()))));
    } else if (former != null && deletion == null) {
      actions.add(table.deleteAction(Key.removal(after.id(), former.dueAt())));
    }
    return actions;
  }

  /** Fails once the tenant is being removed: what is written then would be missed, and stay. */
  TransactWriteItem noRemovalAction(TenantId tenant) {
    return TransactWriteItem.builder()
        .conditionCheck(check ->
            check
                .tableName(table.name())
                .key(Key.tenant(tenant).attributes())
                .conditionExpression(NO_REMOVAL))
        .build();
  }

  Tenant toTenant(TenantId id, Item item) {
    var tenant = TenantItem.toTenant(id, item);
    shards.put(id, tenant.writeShards());
    return tenant;
  }

  /** Over how many partitions the tenant's feedback is spread; read at most once. */
  int shardsOf(TenantId tenant) {
    var known = shards.get(tenant);
    return known != null
        ? known
        : find(tenant)
            .map(Tenant::writeShards)
            .orElseThrow(() -> new IllegalStateException("no such tenant: " + tenant));
  }
}
