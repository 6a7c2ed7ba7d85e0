package io.feedbackplatform.infra.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.infra.local.process.Port;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DurableDynamoDbIT {

  private static final TableNames TABLES = TableNames.ofStage("test");
  private static final Map<String, AttributeValue> ITEM =
      Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("s"));

  @TempDir Path folder;

  @Test
  void passesAnswersAndRefusalsThroughItsGate() throws Exception {
    var port = Port.free("DynamoDB");
    try (var dynamoDb = DurableDynamoDb.start(port, folder);
        var client =
            dynamoDb.behindTheGate().clientBuilder().endpointOverride(port.url()).build()) {
      LocalDynamoDb.createTables(client, TABLES);

      putOnce(client);

      assertThat(client.getItem(item -> item.tableName(TABLES.tenants()).key(ITEM)).item())
          .isEqualTo(ITEM);
      assertThatThrownBy(() -> putOnce(client))
          .isInstanceOfSatisfying(
              TransactionCanceledException.class,
              canceled ->
                  assertThat(canceled.cancellationReasons().getFirst().code())
                      .isEqualTo("ConditionalCheckFailed"));
    }
  }

  private static void putOnce(DynamoDbClient client) {
    client.transactWriteItems(transaction ->
        transaction.transactItems(action ->
            action.put(put ->
                put.tableName(TABLES.tenants())
                    .item(ITEM)
                    .conditionExpression("attribute_not_exists(pk)"))));
  }
}
