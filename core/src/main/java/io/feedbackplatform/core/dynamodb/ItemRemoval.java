package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.site.OriginPattern;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Removes what lies in a partition of a tenant, after what elsewhere leads to it. */
final class ItemRemoval {

  /** What one batch takes. */
  private static final int BATCH = 25;

  private final DynamoDbTable lookUps;

  /**
   * @param lookUps the table of what leads to items
   */
  ItemRemoval(DynamoDbTable lookUps) {
    this.lookUps = lookUps;
  }

  /**
   * Removes the next items of a partition, but for the tenant itself.
   *
   * @return whether there were any
   */
  boolean removeSome(DynamoDbTable table, String partition) {
    var found =
        table
            .query(request ->
                request
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                    .consistentRead(true)
                    .limit(BATCH + 1))
            .filter(item -> !item.requiredText(TableLayout.SORT_KEY).equals("TENANT"))
            .limit(BATCH)
            .toList();
    if (found.isEmpty()) {
      return false;
    }
    var tenant = Key.tenantOf(partition);
    found.forEach(item -> removeLookUps(tenant, item));
    remove(table, found);
    return true;
  }

  /** What is left out under load is found again with the next step. */
  private static void remove(DynamoDbTable table, List<Item> items) {
    var deletions =
        items.stream()
            .map(item -> DeleteRequest.builder().key(Key.of(item).attributes()).build())
            .map(deletion -> WriteRequest.builder().deleteRequest(deletion).build())
            .toList();
    table.client().batchWriteItem(request -> request.requestItems(Map.of(table.name(), deletions)));
  }

  private void removeLookUps(TenantId tenant, Item item) {
    var sort = item.requiredText(TableLayout.SORT_KEY);
    if (sort.startsWith(Key.SITES)) {
      var site = new SiteId(item.requiredText("siteId"));
      for (var origin : item.textList("origins")) {
        remove(Key.originOfSite(new OriginPattern(origin), tenant, site));
      }
    } else if (sort.startsWith("SITEKEY#")) {
      remove(Key.siteKey(new SiteKey(item.requiredText("key"))));
    } else if (sort.startsWith(Key.API_KEYS)) {
      remove(Key.apiKey(new ApiKeyId(sort.substring(Key.API_KEYS.length()))));
    } else if (sort.startsWith(Key.INVITATIONS)) {
      remove(Key.invitationToken(item.requiredText("tokenHash")));
    }
  }

  private void remove(Key key) {
    lookUps.client().deleteItem(request -> request.tableName(lookUps.name()).key(key.attributes()));
  }
}
