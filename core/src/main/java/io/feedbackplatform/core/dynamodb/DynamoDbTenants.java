package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

final class DynamoDbTenants implements Tenants {

  private final DynamoDbTable table;

  /** A tenant's shards never change, so they are kept; an entry takes some hundred bytes. */
  private final Map<TenantId, Integer> shards = new ConcurrentHashMap<>();

  DynamoDbTenants(DynamoDbTable table) {
    this.table = table;
  }

  @Override
  public void create(Tenant tenant) {
    var item =
        Item.at(Key.tenant(tenant.id()))
            .with("name", tenant.name())
            .with("writeShards", tenant.writeShards())
            .with("retentionDays", tenant.retentionDays())
            .with("createdAt", tenant.createdAt());
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

  Tenant toTenant(TenantId id, Item item) {
    var tenant =
        new Tenant(
            id,
            item.requiredText("name"),
            item.requiredInteger("writeShards"),
            item.requiredInteger("retentionDays"),
            item.instant("createdAt"));
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
