package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** What the counters rely on, of DynamoDB Local and of its stand-in in the heap alike. */
class HeapDynamoDbIT {

  private static final TableNames NAMES = TableNames.ofStage("heap-" + UUID.randomUUID());
  private static final String TABLE = NAMES.analytics();

  enum Kind {
    LOCAL,
    HEAP
  }

  private final String partition = UUID.randomUUID().toString();

  private static DynamoDbClient client(Kind kind) {
    if (kind == Kind.HEAP) {
      return new HeapDynamoDb();
    }
    var client = LocalDynamoDb.shared().client();
    LocalDynamoDb.createTables(client, NAMES);
    return client;
  }

  @ParameterizedTest
  @EnumSource
  void addsToNumbersAndSetsThatMayBeAbsent(Kind kind) {
    var client = client(kind);

    write(client, add("a", 5, "x", "y"), add("b", -2, "z"));
    write(client, add("a", -7, "y", "z"));

    assertThat(get(client, "a").get("total").n()).isEqualTo("-2");
    assertThat(get(client, "a").get("events").bs())
        .containsExactlyInAnyOrder(bytes("x"), bytes("y"), bytes("z"));
    assertThat(get(client, "b").get("total").n()).isEqualTo("-2");
    assertThat(get(client, "a").get("note").s()).isEqualTo("said");
  }

  @ParameterizedTest
  @EnumSource
  void writesNothingOfATransactionWhoseConditionFails(Kind kind) {
    var client = client(kind);
    write(client, add("a", 1, "x"));
    var absent = add("a", 1, "y").toBuilder().conditionExpression("attribute_not_exists(pk)");
    var equal = add("b", 1, "y").toBuilder().conditionExpression("#total = :total");

    assertThatThrownBy(() -> write(client, add("c", 1, "x"), absent.build(), equal.build()))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            canceled ->
                assertThat(canceled.cancellationReasons())
                    .extracting(CancellationReason::code)
                    .containsExactly("None", "ConditionalCheckFailed", "ConditionalCheckFailed"));
    assertThat(get(client, "a").get("total").n()).isEqualTo("1");
    assertThat(get(client, "b")).isEmpty();
    assertThat(get(client, "c")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void returnsWhatACheckFoundOnlyWhenAsked(Kind kind) {
    var client = client(kind);
    write(client, add("a", 1, "x"));
    var silent = add("a", 1, "y").toBuilder().conditionExpression("attribute_not_exists(pk)");
    var telling =
        silent.build().toBuilder()
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);

    assertThat(reasonOf(client, silent.build()).hasItem()).isFalse();
    assertThat(reasonOf(client, telling.build()).item().get("total").n()).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource
  void writesWhenConditionsHold(Kind kind) {
    var client = client(kind);

    write(
        client,
        add("a", 1, "x").toBuilder().conditionExpression("attribute_not_exists(pk)").build());
    write(client, add("a", 1, "x").toBuilder().conditionExpression("#total = :total").build());

    assertThat(get(client, "a").get("total").n()).isEqualTo("2");
  }

  @ParameterizedTest
  @EnumSource
  void refusesMoreThanAHundredActionsAndAnItemTwice(Kind kind) {
    var client = client(kind);
    var many = IntStream.range(0, 101).mapToObj(i -> add("n" + i, 1, "x"));

    assertThatThrownBy(() -> write(client, many.toArray(Update[]::new)))
        .isInstanceOf(DynamoDbException.class)
        .isNotInstanceOf(TransactionCanceledException.class);
    assertThatThrownBy(() -> write(client, add("a", 1, "x"), add("a", 2, "y")))
        .isInstanceOf(DynamoDbException.class)
        .isNotInstanceOf(TransactionCanceledException.class);
    assertThat(get(client, "n0")).isEmpty();
    assertThat(get(client, "a")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsManyKeysAtOnceAndWhatFollowsAKey(Kind kind) {
    var client = client(kind);
    write(client, add("a", 1, "x"), add("b", 2, "x"), add("c", 3, "x"));

    var batch =
        client.batchGetItem(request ->
            request.requestItems(
                Map.of(
                    TABLE,
                    KeysAndAttributes.builder()
                        .keys(key("a"), key("none"), key("c"))
                        .consistentRead(true)
                        .build())));
    var after =
        client
            .queryPaginator(request ->
                request
                    .tableName(TABLE)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk > :sk")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(partition),
                            ":sk", AttributeValue.fromS("a"))))
            .items();

    assertThat(batch.responses().get(TABLE))
        .extracting(item -> item.get("sk").s())
        .containsExactlyInAnyOrder("a", "c");
    assertThat(batch.unprocessedKeys()).isEmpty();
    assertThat(after).extracting(item -> item.get("sk").s()).containsExactly("b", "c");
    assertThatThrownBy(() ->
            client.batchGetItem(request ->
                request.requestItems(
                    Map.of(TABLE, KeysAndAttributes.builder().keys(key("a"), key("a")).build()))))
        .isInstanceOf(DynamoDbException.class);
  }

  private static CancellationReason reasonOf(DynamoDbClient client, Update update) {
    try {
      write(client, update);
    } catch (TransactionCanceledException canceled) {
      return canceled.cancellationReasons().getFirst();
    }
    throw new AssertionError("it was written");
  }

  private static void write(DynamoDbClient client, Update... updates) {
    client.transactWriteItems(request ->
        request.transactItems(
            List.of(updates).stream()
                .map(update -> TransactWriteItem.builder().update(update).build())
                .toList()));
  }

  private Update add(String sort, long total, String... events) {
    return Update.builder()
        .tableName(TABLE)
        .key(key(sort))
        .updateExpression("ADD #total :total, events :events SET note = :note")
        .expressionAttributeNames(Map.of("#total", "total"))
        .expressionAttributeValues(
            Map.of(
                ":total", AttributeValue.fromN(Long.toString(total)),
                ":events",
                    AttributeValue.fromBs(
                        List.of(events).stream().map(HeapDynamoDbIT::bytes).toList()),
                ":note", AttributeValue.fromS("said")))
        .build();
  }

  private Map<String, AttributeValue> key(String sort) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }

  private Map<String, AttributeValue> get(DynamoDbClient client, String sort) {
    return client
        .getItem(request -> request.tableName(TABLE).key(key(sort)).consistentRead(true))
        .item();
  }

  private static SdkBytes bytes(String text) {
    return SdkBytes.fromUtf8String(text);
  }
}
