package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.operator.TenantRegister;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One partition: tenants come and go rarely, and a page of it is one request. */
final class DynamoDbTenantRegister implements TenantRegister {

  private final DynamoDbTable table;

  DynamoDbTenantRegister(DynamoDbTable table) {
    this.table = table;
  }

  @Override
  public List<RegisteredTenant> list(int limit, @Nullable TenantId after) {
    return table
        .query(request ->
            request
                .keyConditionExpression("pk = :pk AND sk > :after")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(Key.REGISTER),
                        // Sorts before every id.
                        ":after", AttributeValue.fromS(after == null ? "-" : after.value())))
                .consistentRead(true)
                .limit(limit))
        .limit(limit)
        .map(RegisterItem::toEntry)
        .toList();
  }

  @Override
  public Optional<RegisteredTenant> find(TenantId tenant) {
    return table.get(Key.registered(tenant)).map(RegisterItem::toEntry);
  }
}
