package io.feedbackplatform.core.isolation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What a request asks of one partition.
 *
 * @param index the index that is asked, absent for the table itself
 * @param partition the value of the partition key
 * @param sort the value of the sort key, absent for queries
 * @param owner the tenant that a written item names as its owner, if it names one
 */
record ItemAccess(
    @Nullable String index, String partition, @Nullable String sort, @Nullable String owner) {

  /** The condition that a query has on its partition; nothing else is understood. */
  private static final Pattern CONDITION =
      Pattern.compile("(?<name>\\w+) = (?<value>:\\w+)( AND .+)?");

  /** Empty for a request of another kind, such as a scan, and one that is not understood. */
  static Optional<List<ItemAccess>> in(SdkRequest request) {
    return Optional.ofNullable(
        switch (request) {
          case GetItemRequest get -> List.of(at(get.key()));
          case DeleteItemRequest delete -> List.of(at(delete.key()));
          case UpdateItemRequest update -> List.of(at(update.key()));
          case PutItemRequest put -> List.of(written(put.item()));
          case QueryRequest query -> queried(query);
          case BatchGetItemRequest batch ->
              batch.requestItems().values().stream()
                  .flatMap(table -> table.keys().stream())
                  .map(ItemAccess::at)
                  .toList();
          case BatchWriteItemRequest batch ->
              batch.requestItems().values().stream()
                  .flatMap(List::stream)
                  .map(ItemAccess::of)
                  .toList();
          case TransactGetItemsRequest transaction ->
              transaction.transactItems().stream().map(item -> at(item.get().key())).toList();
          case TransactWriteItemsRequest transaction ->
              transaction.transactItems().stream().flatMap(ItemAccess::of).toList();
          default -> null;
        });
  }

  private static ItemAccess of(WriteRequest write) {
    return write.putRequest() == null
        ? at(write.deleteRequest().key())
        : written(write.putRequest().item());
  }

  private static Stream<ItemAccess> of(TransactWriteItem action) {
    return Stream.of(
            action.put() == null ? null : written(action.put().item()),
            action.update() == null ? null : at(action.update().key()),
            action.delete() == null ? null : at(action.delete().key()),
            action.conditionCheck() == null ? null : at(action.conditionCheck().key()))
        .filter(access -> access != null);
  }

  private static @Nullable List<ItemAccess> queried(QueryRequest query) {
    var condition = CONDITION.matcher(String.valueOf(query.keyConditionExpression()));
    if (!condition.matches()
        || !condition.group("name").equals(query.indexName() == null ? "pk" : "userId")) {
      return null;
    }
    var partition = query.expressionAttributeValues().get(condition.group("value"));
    return List.of(new ItemAccess(query.indexName(), partition.s(), null, null));
  }

  private static ItemAccess at(Map<String, AttributeValue> key) {
    return new ItemAccess(null, key.get("pk").s(), key.get("sk").s(), null);
  }

  private static ItemAccess written(Map<String, AttributeValue> item) {
    var owner = item.get("tenantId");
    return new ItemAccess(
        null, item.get("pk").s(), item.get("sk").s(), owner == null ? null : owner.s());
  }
}
