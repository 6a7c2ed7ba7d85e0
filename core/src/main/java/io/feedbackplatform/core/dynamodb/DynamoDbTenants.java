package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

final class DynamoDbTenants implements Tenants {

  private final DynamoDbTable table;

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
    return table
        .get(Key.tenant(tenant))
        .map(item ->
            new Tenant(
                tenant,
                item.requiredText("name"),
                item.requiredInteger("writeShards"),
                item.requiredInteger("retentionDays"),
                item.instant("createdAt")));
  }
}
