package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** What a throttled table does and DynamoDB Local does not: it leaves out items of a batch. */
class DynamoDbTableTest {

  private final Key tenant = Key.tenant(TenantId.random());
  private final List<Key> keys =
      List.of(
          tenant,
          new Key(tenant.partition(), Key.SITES + SiteId.random()),
          new Key(tenant.partition(), Key.SITES + SiteId.random()));
  private final List<KeysAndAttributes> asked = new ArrayList<>();

  @Test
  void asksOnceMoreForWhatABatchLeftOut() {
    var found = new DynamoDbTable(answering(1, 2), "tenants").getEach(keys);

    assertThat(found).extracting(Key::of).containsExactlyElementsOf(keys);
    assertThat(asked).extracting(each -> each.keys().size()).containsExactly(3, 2);
    assertThat(asked).allMatch(KeysAndAttributes::consistentRead);
  }

  /** Whoever counts then waits before all is read again; the API answers 503. */
  @Test
  void callsItThrottledWhenSomethingIsLeftOutAgain() {
    var table = new DynamoDbTable(answering(1, 1), "tenants");

    assertThatThrownBy(() -> table.getEach(keys))
        .isInstanceOfSatisfying(
            ProvisionedThroughputExceededException.class,
            refused -> assertThat(refused.isThrottlingException()).isTrue());
    assertThat(asked).hasSize(2);
  }

  /** Answers each request with the first of what it asks for, so many, and leaves out the rest. */
  private DynamoDbClient answering(int first, int second) {
    return new DynamoDbClient() {
      @Override
      public BatchGetItemResponse batchGetItem(Consumer<BatchGetItemRequest.Builder> request) {
        var wanted =
            BatchGetItemRequest.builder()
                .applyMutation(request)
                .build()
                .requestItems()
                .get("tenants");
        int answered = asked.isEmpty() ? first : second;
        asked.add(wanted);
        return BatchGetItemResponse.builder()
            .responses(Map.of("tenants", wanted.keys().subList(0, answered)))
            .unprocessedKeys(leftOut(wanted, wanted.keys().subList(answered, wanted.keys().size())))
            .build();
      }

      @Override
      public String serviceName() {
        return SERVICE_NAME;
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  private static Map<String, KeysAndAttributes> leftOut(
      KeysAndAttributes wanted, List<Map<String, AttributeValue>> keys) {
    return keys.isEmpty() ? Map.of() : Map.of("tenants", wanted.toBuilder().keys(keys).build());
  }
}
