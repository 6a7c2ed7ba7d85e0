package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeyGrant;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A key is two items: one by which it is looked up, one among its tenant's. */
final class DynamoDbSiteKeys implements SiteKeys {

  private final DynamoDbTable table;

  DynamoDbSiteKeys(DynamoDbTable table) {
    this.table = table;
  }

  @Override
  public void issue(TenantId tenant, SiteId site, SiteKey key) {
    var lookUp =
        Item.at(Key.siteKey(key)).with("tenantId", tenant.value()).with("siteId", site.value());
    var listed = Item.at(Key.siteKeyOfSite(tenant, site, key)).with("key", key.value());
    table
        .client()
        .transactWriteItems(request ->
            request.transactItems(
                table.putAction(
                    lookUp,
                    put ->
                        put.conditionExpression(
                                "attribute_not_exists(pk) OR (tenantId = :tenant AND siteId = :site)")
                            .expressionAttributeValues(
                                Map.of(
                                    ":tenant", AttributeValue.fromS(tenant.value()),
                                    ":site", AttributeValue.fromS(site.value())))),
                table.putAction(listed)));
  }

  @Override
  public void revoke(TenantId tenant, SiteKey key) {
    find(key)
        .filter(grant -> grant.tenant().equals(tenant))
        .ifPresent(grant ->
            table
                .client()
                .transactWriteItems(request ->
                    request.transactItems(
                        table.deleteAction(Key.siteKey(key)),
                        table.deleteAction(Key.siteKeyOfSite(tenant, grant.site(), key)))));
  }

  @Override
  public List<SiteKey> list(TenantId tenant, SiteId site) {
    return table
        .query(Key.of(tenant), Key.siteKeysOf(site))
        .map(item -> new SiteKey(item.requiredText("key")))
        .toList();
  }

  @Override
  public Optional<SiteKeyGrant> find(SiteKey key) {
    return table
        .get(Key.siteKey(key))
        .map(item ->
            new SiteKeyGrant(
                new TenantId(item.requiredText("tenantId")),
                new SiteId(item.requiredText("siteId"))));
  }
}
