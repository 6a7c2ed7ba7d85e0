package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.operator.TenantEvents;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

final class DynamoDbTenants implements Tenants {

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
    var item = TenantItem.toItem(tenant);
    try {
      table
          .client()
          .putItem(request ->
              request
                  .tableName(table.name())
                  .item(item.attributes())
                  .conditionExpression("attribute_not_exists(pk)"));
    } catch (ConditionalCheckFailedException exists) {
      return; // What is stored wins.
    }
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
          var action =
              table.putAction(
                  TenantItem.toItem(after),
                  put ->
                      put.conditionExpression(
                          "attribute_exists(pk) AND attribute_not_exists("
                              + TenantItem.DELETION_STARTED_AT
                              + ")"));
          return new Change<>(after, event, List.of(action));
        });
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
