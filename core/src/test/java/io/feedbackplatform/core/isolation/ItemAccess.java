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
 * @param action the right that it takes, as in {@code dynamodb:GetItem}
 * @param table the name of the table
 * @param index the index that is asked, absent for the table itself
 * @param partition the value of the partition key
 * @param sort the value of the sort key, absent for queries
 * @param owner the tenant that a written item names as its owner, if it names one
 */
public record ItemAccess(
    String action,
    String table,
    @Nullable String index,
    String partition,
    @Nullable String sort,
    @Nullable String owner) {

  private static final String GET = "dynamodb:GetItem";
  private static final String PUT = "dynamodb:PutItem";
  private static final String UPDATE = "dynamodb:UpdateItem";
  private static final String DELETE = "dynamodb:DeleteItem";

  /** The condition that a query has on its partition; nothing else is understood. */
  private static final Pattern CONDITION =
      Pattern.compile("(?<name>\\w+) = (?<value>:\\w+)( AND .+)?");

  /** Empty for a request of another kind, such as a scan, and one that is not understood. */
  public static Optional<List<ItemAccess>> in(SdkRequest request) {
    return Optional.ofNullable(
        switch (request) {
          case GetItemRequest get -> List.of(at(GET, get.tableName(), get.key()));
          case DeleteItemRequest delete -> List.of(at(DELETE, delete.tableName(), delete.key()));
          case UpdateItemRequest update -> List.of(at(UPDATE, update.tableName(), update.key()));
          case PutItemRequest put -> List.of(written(PUT, put.tableName(), put.item()));
          case QueryRequest query -> queried(query);
          case BatchGetItemRequest batch ->
              batch.requestItems().entrySet().stream()
                  .flatMap(table ->
                      table.getValue().keys().stream()
                          .map(key -> at("dynamodb:BatchGetItem", table.getKey(), key)))
                  .toList();
          case BatchWriteItemRequest batch ->
              batch.requestItems().entrySet().stream()
                  .flatMap(
                      table -> table.getValue().stream().map(write -> of(table.getKey(), write)))
                  .toList();
          case TransactGetItemsRequest transaction ->
              transaction.transactItems().stream()
                  .map(item -> at(GET, item.get().tableName(), item.get().key()))
                  .toList();
          case TransactWriteItemsRequest transaction ->
              transaction.transactItems().stream().flatMap(ItemAccess::of).toList();
          default -> null;
        });
  }

  private static ItemAccess of(String table, WriteRequest write) {
    var action = "dynamodb:BatchWriteItem";
    return write.putRequest() == null
        ? at(action, table, write.deleteRequest().key())
        : written(action, table, write.putRequest().item());
  }

  private static Stream<ItemAccess> of(TransactWriteItem action) {
    var put = action.put();
    var update = action.update();
    var delete = action.delete();
    var check = action.conditionCheck();
    return Stream.of(
            put == null ? null : written(PUT, put.tableName(), put.item()),
            update == null ? null : at(UPDATE, update.tableName(), update.key()),
            delete == null ? null : at(DELETE, delete.tableName(), delete.key()),
            check == null
                ? null
                : at("dynamodb:ConditionCheckItem", check.tableName(), check.key()))
        .filter(access -> access != null);
  }

  private static @Nullable List<ItemAccess> queried(QueryRequest query) {
    var condition = CONDITION.matcher(String.valueOf(query.keyConditionExpression()));
    if (!condition.matches()
        || !condition.group("name").equals(query.indexName() == null ? "pk" : "userId")) {
      return null;
    }
    var partition = query.expressionAttributeValues().get(condition.group("value"));
    return List.of(
        new ItemAccess(
            "dynamodb:Query", query.tableName(), query.indexName(), partition.s(), null, null));
  }

  private static ItemAccess at(String action, String table, Map<String, AttributeValue> key) {
    return new ItemAccess(action, table, null, key.get("pk").s(), key.get("sk").s(), null);
  }

  private static ItemAccess written(String action, String table, Map<String, AttributeValue> item) {
    var owner = item.get("tenantId");
    return new ItemAccess(
        action,
        table,
        null,
        item.get("pk").s(),
        item.get("sk").s(),
        owner == null ? null : owner.s());
  }
}
