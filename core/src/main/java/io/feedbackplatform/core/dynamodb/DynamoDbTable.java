package io.feedbackplatform.core.dynamodb;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The requests that the stores have in common, on one table. */
record DynamoDbTable(DynamoDbClient client, String name) {

  /** Reads what is stored now, not a moment ago. */
  Optional<Item> get(Key key) {
    var response =
        client.getItem(
            request -> request.tableName(name).key(key.attributes()).consistentRead(true));
    return response.hasItem() ? Optional.of(Item.of(response.item())) : Optional.empty();
  }

  void put(Item item) {
    client.putItem(request -> request.tableName(name).item(item.attributes()));
  }

  void delete(Key key) {
    client.deleteItem(request -> request.tableName(name).key(key.attributes()));
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
    return client
        .queryPaginator(request.andThen(builder -> builder.tableName(name)))
        .items()
        .stream()
        .map(Item::of);
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
}
