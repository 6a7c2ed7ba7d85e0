package io.feedbackplatform.core.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The requests that the stores have in common, on one table. */
record DynamoDbTable(DynamoDbClient client, String name) {

  /** As many as a request takes (API_BatchGetItem). */
  private static final int MOST_KEYS = 100;

  /** Reads what is stored now, not a moment ago. */
  Optional<Item> get(Key key) {
    var response =
        client.getItem(
            request -> request.tableName(name).key(key.attributes()).consistentRead(true));
    return response.hasItem() ? Optional.of(Item.of(response.item())) : Optional.empty();
  }

  /**
   * What is stored now under keys of one partition.
   *
   * @return the items that exist, by their sort keys
   */
  Map<String, Item> getAll(List<Key> keys) {
    var found = new HashMap<String, Item>();
    getEach(keys).forEach(item -> found.put(item.requiredText(TableLayout.SORT_KEY), item));
    return found;
  }

  /**
   * What is stored now under keys, each given once; as few requests as they fit into, and one more
   * of each that a throttled table answers in part.
   *
   * @return the items that exist, in no order
   * @throws ProvisionedThroughputExceededException when it leaves out some again; nobody has waited
   *     then
   */
  List<Item> getEach(List<Key> keys) {
    return getEach(keys, true);
  }

  /** The same as it was a moment ago, at half the price. */
  List<Item> getEachOfLate(List<Key> keys) {
    return getEach(keys, false);
  }

  private List<Item> getEach(List<Key> keys, boolean consistent) {
    var found = new ArrayList<Item>();
    for (int from = 0; from < keys.size(); from += MOST_KEYS) {
      getEach(keys.subList(from, Math.min(keys.size(), from + MOST_KEYS)), consistent, found);
    }
    return found;
  }

  private void getEach(List<Key> keys, boolean consistent, List<Item> found) {
    var wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(Key::attributes).toList())
            .consistentRead(consistent)
            .build();
    var left = getOnce(Map.of(name, wanted), found);
    if (!left.isEmpty() && !getOnce(left, found).isEmpty()) {
      throw leftOut();
    }
  }

  /**
   * @return what a throttled table left out, though it answered
   */
  private Map<String, KeysAndAttributes> getOnce(
      Map<String, KeysAndAttributes> wanted, List<Item> found) {
    var response = client.batchGetItem(request -> request.requestItems(wanted));
    for (var attributes : response.responses().getOrDefault(name, List.of())) {
      found.add(Item.of(attributes));
    }
    return response.unprocessedKeys();
  }

  /** As the service refuses a batch of which it could read nothing (API_BatchGetItem). */
  private static SdkException leftOut() {
    return ProvisionedThroughputExceededException.builder()
        .message("The table was throttled and left out items of a batch twice.")
        .statusCode(400)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode("ProvisionedThroughputExceededException").build())
        .build();
  }

  /**
   * All items of a partition whose sort key begins so, in its order; read page by page as the
   * stream is consumed.
   */
  Stream<Item> query(String partition, String sortPrefix) {
    return query(request ->
        request
            .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
            .expressionAttributeValues(
                Map.of(
                    ":pk",
                    AttributeValue.fromS(partition),
                    ":sk",
                    AttributeValue.fromS(sortPrefix)))
            .consistentRead(true));
  }

  Stream<Item> query(Consumer<QueryRequest.Builder> request) {
    var pages = client.queryPaginator(request.andThen(builder -> builder.tableName(name)));
    return TenantScope.inThisScope(pages.items().iterator()).map(Item::of);
  }

  TransactWriteItem putAction(Item item) {
    return putAction(item, put -> {});
  }

  TransactWriteItem putAction(Item item, Consumer<Put.Builder> condition) {
    var put = Put.builder().tableName(name).item(item.attributes());
    condition.accept(put);
    return TransactWriteItem.builder().put(put.build()).build();
  }

  TransactWriteItem deleteAction(Key key) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(name).key(key.attributes()))
        .build();
  }

  /** Fails when there is no such item. */
  TransactWriteItem deleteExistingAction(Key key) {
    return TransactWriteItem.builder()
        .delete(delete ->
            delete
                .tableName(name)
                .key(key.attributes())
                .conditionExpression("attribute_exists(pk)"))
        .build();
  }
}
