package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** What a throttled table does and DynamoDB Local does not: it leaves out items of a batch. */
class DynamoDbTableTest {

  private final Key tenant = Key.tenant(TenantId.random());
  private final Key site = new Key(tenant.partition(), Key.SITES + SiteId.random());

  @Test
  void asksAgainForWhatABatchLeftOut() {
    var found = new DynamoDbTable(leavingOut(site), "tenants").getAll(List.of(tenant, site));

    assertThat(found).containsOnlyKeys(tenant.sort(), site.sort());
  }

  private DynamoDbClient leavingOut(Key left) {
    return new DynamoDbClient() {
      @Override
      public BatchGetItemResponse batchGetItem(Consumer<BatchGetItemRequest.Builder> request) {
        return BatchGetItemResponse.builder()
            .responses(Map.of("tenants", List.of(tenant.attributes())))
            .unprocessedKeys(
                Map.of("tenants", KeysAndAttributes.builder().keys(left.attributes()).build()))
            .build();
      }

      @Override
      public GetItemResponse getItem(Consumer<GetItemRequest.Builder> request) {
        var asked = GetItemRequest.builder().applyMutation(request).build();
        return GetItemResponse.builder().item(asked.key()).build();
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
}
