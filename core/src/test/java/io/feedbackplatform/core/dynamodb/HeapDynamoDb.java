package io.feedbackplatform.core.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What counting needs of DynamoDB, in the heap and so fast that a test can do it millions of times.
 * It keeps the same contract as DynamoDB Local as far as that goes, and refuses whatever goes
 * further. One request happens at a time.
 */
public final class HeapDynamoDb implements DynamoDbClient {

  private static final int MOST_ACTIONS = 100;
  private static final int MOST_KEYS = 100;

  private final Map<String, Map<String, TreeMap<String, Map<String, AttributeValue>>>> tables =
      new HashMap<>();
  private final Map<String, HeapExpression> expressions = new HashMap<>();

  /** Every item of a table, in no order. */
  public synchronized List<Map<String, AttributeValue>> items(String table) {
    return partitions(table).values().stream()
        .flatMap(partition -> partition.values().stream())
        .toList();
  }

  @Override
  public synchronized GetItemResponse getItem(GetItemRequest request) {
    var item = find(request.tableName(), request.key());
    return item == null
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(item).build();
  }

  @Override
  public synchronized BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var responses = new HashMap<String, Collection<Map<String, AttributeValue>>>();
    request
        .requestItems()
        .forEach((table, wanted) -> {
          if (wanted.keys().size() > MOST_KEYS) {
            throw invalid("too many keys");
          }
          if (new HashSet<>(wanted.keys()).size() < wanted.keys().size()) {
            throw invalid("a key is given twice");
          }
          var found = new ArrayList<Map<String, AttributeValue>>();
          for (var key : wanted.keys()) {
            var item = find(table, key);
            if (item != null) {
              found.add(item);
            }
          }
          responses.put(table, found);
        });
    return BatchGetItemResponse.builder().responses(responses).unprocessedKeys(Map.of()).build();
  }

  /** Of a partition, what sorts after a key. */
  @Override
  public synchronized QueryResponse query(QueryRequest request) {
    if (!request.keyConditionExpression().equals("pk = :pk AND sk > :sk")) {
      throw invalid("a query that counting does not ask");
    }
    var values = request.expressionAttributeValues();
    var partition = partitions(request.tableName()).get(values.get(":pk").s());
    return QueryResponse.builder()
        .items(
            partition == null
                ? List.of()
                : List.copyOf(partition.tailMap(values.get(":sk").s(), false).values()))
        .build();
  }

  @Override
  public synchronized TransactWriteItemsResponse transactWriteItems(
      TransactWriteItemsRequest request) {
    var actions = request.transactItems();
    if (actions.isEmpty() || actions.size() > MOST_ACTIONS) {
      throw invalid("not a number of actions");
    }
    var keys = new HashSet<Map<String, AttributeValue>>();
    var reasons = new ArrayList<CancellationReason>();
    boolean cancelled = false;
    for (var action : actions) {
      var update = action.update();
      if (update == null) {
        throw invalid("an action that counting does not take");
      }
      if (!keys.add(update.key())) {
        throw invalid("an item is changed twice");
      }
      var item = find(update.tableName(), update.key());
      boolean holds =
          update.conditionExpression() == null
              || parsed(update.conditionExpression())
                  .holds(item, namesOf(update), update.expressionAttributeValues());
      cancelled |= !holds;
      reasons.add(reason(update, item, holds));
    }
    if (cancelled) {
      throw TransactionCanceledException.builder()
          .message("Transaction cancelled")
          .cancellationReasons(reasons)
          .build();
    }
    for (var action : actions) {
      apply(action.update());
    }
    return TransactWriteItemsResponse.builder().build();
  }

  private static CancellationReason reason(
      Update update, @Nullable Map<String, AttributeValue> item, boolean holds) {
    var reason = CancellationReason.builder().code(holds ? "None" : "ConditionalCheckFailed");
    if (!holds
        && item != null
        && update.returnValuesOnConditionCheckFailure()
            == ReturnValuesOnConditionCheckFailure.ALL_OLD) {
      reason.item(item);
    }
    return reason.build();
  }

  private void apply(Update update) {
    var before = find(update.tableName(), update.key());
    var after = new HashMap<>(before == null ? update.key() : before);
    parsed(update.updateExpression())
        .apply(after, namesOf(update), update.expressionAttributeValues());
    partitions(update.tableName())
        .computeIfAbsent(update.key().get(TableLayout.PARTITION_KEY).s(), pk -> new TreeMap<>())
        .put(update.key().get(TableLayout.SORT_KEY).s(), Map.copyOf(after));
  }

  private static Map<String, String> namesOf(Update update) {
    return update.hasExpressionAttributeNames() ? update.expressionAttributeNames() : Map.of();
  }

  private HeapExpression parsed(String text) {
    return expressions.computeIfAbsent(text, HeapExpression::parse);
  }

  private @Nullable Map<String, AttributeValue> find(
      String table, Map<String, AttributeValue> key) {
    var partition = partitions(table).get(key.get(TableLayout.PARTITION_KEY).s());
    return partition == null ? null : partition.get(key.get(TableLayout.SORT_KEY).s());
  }

  private Map<String, TreeMap<String, Map<String, AttributeValue>>> partitions(String table) {
    return tables.computeIfAbsent(table, name -> new HashMap<>());
  }

  private static DynamoDbException invalid(String message) {
    return (DynamoDbException) DynamoDbException.builder().message(message).statusCode(400).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
