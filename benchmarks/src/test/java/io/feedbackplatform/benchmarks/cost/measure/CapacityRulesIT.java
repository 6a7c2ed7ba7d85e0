package io.feedbackplatform.benchmarks.cost.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * That DynamoDB Local counts as AWS does ("DynamoDB read and write operations" in the developer
 * guide), so that what is measured on it may be believed.
 */
class CapacityRulesIT {

  private static final TableNames TABLES = TableNames.ofStage("rules");

  private static CapacityProxy proxy;
  private static DynamoDbClient client;

  @BeforeAll
  static void createTables() throws IOException {
    proxy = new CapacityProxy(LocalDynamoDb.shared().endpoint());
    client = LocalDynamoDb.shared().clientBuilder().endpointOverride(proxy.endpoint()).build();
    LocalDynamoDb.createTables(client, TABLES);
  }

  @AfterAll
  static void close() {
    client.close();
    proxy.close();
  }

  @BeforeEach
  void forget() {
    proxy.take();
  }

  @Test
  void writesCountEachKilobyteBegun() {
    client.putItem(put -> put.tableName(TABLES.feedback()).item(item("a", 1_500)));

    assertThat(proxy.take().writeUnits()).isEqualTo(2);
  }

  @Test
  void writesInTransactionsCountTwice() {
    client.transactWriteItems(transaction ->
        transaction.transactItems(
            action -> action.put(put -> put.tableName(TABLES.feedback()).item(item("b", 1_500))),
            action -> action.put(put -> put.tableName(TABLES.tenants()).item(item("b", 100)))));

    assertThat(proxy.take()).isEqualTo(new Consumption(0, 0, 6, 0, 1));
  }

  @Test
  void indexesAreWrittenToo() {
    var member = new java.util.HashMap<>(item("c", 100));
    member.put("userId", AttributeValue.fromS("u"));
    member.put("tenantId", AttributeValue.fromS("t"));

    client.putItem(put -> put.tableName(TABLES.tenants()).item(member));

    assertThat(proxy.take().writeUnits()).isEqualTo(2);
  }

  @Test
  void batchesOfReadsCountEachItemLikeAReadOfItsOwn() {
    client.putItem(put -> put.tableName(TABLES.tenants()).item(item("e", 5_000)));
    client.putItem(put -> put.tableName(TABLES.tenants()).item(item("f", 100)));
    proxy.take();

    client.batchGetItem(batch ->
        batch.requestItems(
            Map.of(
                TABLES.tenants(),
                KeysAndAttributes.builder()
                    .keys(key("e"), key("f"))
                    .consistentRead(true)
                    .build())));

    assertThat(proxy.take()).isEqualTo(new Consumption(3, 0, 0, 1, 0));
  }

  @Test
  void whatItCannotMeterIsRefusedAndNotTakenForFree() {
    assertThatThrownBy(() -> client.scan(scan -> scan.tableName(TABLES.tenants())))
        .hasMessageContaining("Say in CapacityProxy what Scan consumes.");
  }

  @Test
  void readsCountEachFourKilobytesBegunAndHalfWhenTheyMayBeOld() {
    client.putItem(put -> put.tableName(TABLES.feedback()).item(item("d", 5_000)));
    proxy.take();

    client.getItem(get -> get.tableName(TABLES.feedback()).key(key("d")).consistentRead(true));
    assertThat(proxy.take().readUnits()).isEqualTo(2);
    client.getItem(get -> get.tableName(TABLES.feedback()).key(key("d")));
    assertThat(proxy.take().readUnits()).isEqualTo(1);
  }

  @Test
  void queriesCountTheSumOfTheirItems() {
    for (int i = 0; i < 10; i++) {
      int number = i;
      client.putItem(put -> put.tableName(TABLES.feedback()).item(item("e", "" + number, 900)));
    }
    proxy.take();

    client.query(query ->
        query
            .tableName(TABLES.feedback())
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("e")))
            .consistentRead(true));

    assertThat(proxy.take().readUnits()).isEqualTo(3);
  }

  private static Map<String, AttributeValue> item(String name, int size) {
    return item(name, "-", size);
  }

  private static Map<String, AttributeValue> item(String partition, String sort, int size) {
    return Map.of(
        "pk", AttributeValue.fromS(partition),
        "sk", AttributeValue.fromS(sort),
        "text", AttributeValue.fromS("x".repeat(size)));
  }

  private static Map<String, AttributeValue> key(String name) {
    return Map.of("pk", AttributeValue.fromS(name), "sk", AttributeValue.fromS("-"));
  }
}
