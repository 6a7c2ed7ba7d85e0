package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.apikey.ApiKey;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeys;
import io.feedbackplatform.core.apikey.OwnedApiKey;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A key is one item among its tenant's, and one by which the tenant is looked up, which never
 * changes.
 */
final class DynamoDbApiKeys implements ApiKeys {

  private final DynamoDbTable table;
  private final AuditedWrites writes;

  DynamoDbApiKeys(DynamoDbTable table, AuditedWrites writes) {
    this.table = table;
    this.writes = writes;
  }

  @Override
  public void create(TenantId tenant, ApiKey key, AuditEvent event) {
    var lookUp = Item.at(Key.apiKey(key.id())).with("tenantId", tenant.value());
    var actions =
        List.of(
            table.putAction(lookUp, put -> put.conditionExpression("attribute_not_exists(pk)")),
            table.putAction(
                ApiKeyItem.toItem(Key.apiKey(tenant, key.id()), key),
                put -> put.conditionExpression("attribute_not_exists(pk)")));
    writes.write(
        tenant,
        () -> {
          if (table.get(Key.apiKey(key.id())).isPresent()) {
            throw new IllegalStateException("there is such a key");
          }
          ApiKey.requireRoom(list(tenant), key.createdAt());
          return new Change<>(key, event, actions);
        });
  }

  @Override
  public boolean replace(TenantId tenant, ApiKey before, ApiKey after, AuditEvent event) {
    return writes.write(
        tenant,
        () -> {
          boolean isUnchanged =
              find(tenant, before.id())
                  .filter(now -> now.version() == before.version())
                  .isPresent();
          return isUnchanged
              ? new Change<>(
                  true, event, List.of(change(Key.apiKey(tenant, before.id()), before, after)))
              : Change.none(false);
        });
  }

  private TransactWriteItem change(Key key, ApiKey before, ApiKey after) {
    var change = ApiKeyItem.change(after);
    change.values().put(":before", AttributeValue.fromN(Integer.toString(before.version())));
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(table.name())
                .key(key.attributes())
                .conditionExpression("version = :before")
                .updateExpression(change.expression())
                .expressionAttributeValues(change.values()))
        .build();
  }

  @Override
  public void noteUse(TenantId tenant, ApiKeyId key, Instant at) {
    var now = at.truncatedTo(ChronoUnit.SECONDS);
    try {
      table
          .client()
          .updateItem(update ->
              update
                  .tableName(table.name())
                  .key(Key.apiKey(tenant, key).attributes())
                  .conditionExpression(
                      "attribute_exists(pk) AND (attribute_not_exists(lastUsedAt) OR lastUsedAt <= :due)")
                  .updateExpression("SET lastUsedAt = :now")
                  .expressionAttributeValues(
                      Map.of(
                          ":now", Item.second(now),
                          ":due", Item.second(now.minus(ApiKey.USE_PRECISION)))));
    } catch (ConditionalCheckFailedException noted) {
      // by another process, or there is no such key
    }
  }

  @Override
  public Optional<ApiKey> find(TenantId tenant, ApiKeyId key) {
    return table.get(Key.apiKey(tenant, key)).map(ApiKeyItem::toApiKey);
  }

  @Override
  public List<ApiKey> list(TenantId tenant) {
    return table
        .query(Key.of(tenant), Key.API_KEYS)
        .map(ApiKeyItem::toApiKey)
        .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(key -> key.id().value()))
        .toList();
  }

  @Override
  public Optional<OwnedApiKey> lookUp(ApiKeyId key) {
    return table
        .get(Key.apiKey(key))
        .map(item -> new TenantId(item.requiredText("tenantId")))
        .flatMap(tenant ->
            TenantScope.call(tenant, () -> find(tenant, key))
                .map(found -> new OwnedApiKey(tenant, found)));
  }
}
