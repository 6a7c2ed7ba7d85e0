package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.OwnedSite;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.site.WidgetTheme;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A site is one item, and one more for each of its origins, by which an origin alone can be looked
 * up.
 */
final class DynamoDbSites implements Sites {

  private static final int MOST_ATTEMPTS = 8;

  private final DynamoDbTable table;
  private final DynamoDbTenants tenants;
  private final Backoff backoff;

  DynamoDbSites(DynamoDbTable table, DynamoDbTenants tenants, Backoff backoff) {
    this.table = table;
    this.tenants = tenants;
    this.backoff = backoff;
  }

  @Override
  public void save(TenantId tenant, Site site) {
    for (int attempt = 1; ; attempt++) {
      var actions = replacement(tenant, find(tenant, site.id()).orElse(null), site);
      try {
        table.client().transactWriteItems(request -> request.transactItems(actions));
        return;
      } catch (TransactionCanceledException overtaken) {
        backoff.pauseOrThrow(attempt, MOST_ATTEMPTS, overtaken);
      }
    }
  }

  /** Right only if the site still lists the origins that it had when it was read. */
  private List<TransactWriteItem> replacement(TenantId tenant, @Nullable Site former, Site site) {
    var actions = new ArrayList<TransactWriteItem>();
    actions.add(
        table.putAction(
            toItem(tenant, site),
            put -> {
              if (former == null) {
                put.conditionExpression("attribute_not_exists(pk)");
              } else {
                put.conditionExpression("origins = :origins")
                    .expressionAttributeValues(Map.of(":origins", Item.textsOf(origins(former))));
              }
            }));
    for (var origin : site.origins()) {
      actions.add(table.putAction(Item.at(Key.originOfSite(origin, tenant, site.id()))));
    }
    if (former != null) {
      for (var origin : former.origins()) {
        if (!site.allows(origin)) {
          actions.add(table.deleteAction(Key.originOfSite(origin, tenant, site.id())));
        }
      }
    }
    return actions;
  }

  @Override
  public Optional<Site> find(TenantId tenant, SiteId site) {
    return table.get(Key.site(tenant, site)).map(DynamoDbSites::toSite);
  }

  @Override
  public Optional<OwnedSite> findOwned(TenantId tenant, SiteId site) {
    var ownerKey = Key.tenant(tenant);
    var siteKey = Key.site(tenant, site);
    var found = table.getAll(List.of(ownerKey, siteKey));
    return Optional.ofNullable(found.get(siteKey.sort()))
        .map(DynamoDbSites::toSite)
        .flatMap(known ->
            Optional.ofNullable(found.get(ownerKey.sort()))
                .map(owner -> new OwnedSite(tenants.toTenant(tenant, owner), known)));
  }

  @Override
  public List<Site> list(TenantId tenant) {
    return table
        .query(Key.of(tenant), Key.SITES)
        .map(DynamoDbSites::toSite)
        .sorted(Comparator.comparing(Site::name))
        .toList();
  }

  @Override
  public boolean isListed(Origin origin) {
    return !table
        .client()
        .query(request ->
            request
                .tableName(table.name())
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(Key.origin(origin))))
                .limit(1))
        .items()
        .isEmpty();
  }

  private static Item toItem(TenantId tenant, Site site) {
    return Item.at(Key.site(tenant, site.id()))
        .with("siteId", site.id().value())
        .with("name", site.name())
        .with("origins", origins(site))
        .with("accentColor", site.theme().accentColor())
        .with("mode", site.theme().mode())
        .with("position", site.theme().position())
        .with("strings", site.strings())
        .with("challenge", site.challenge())
        .with("createdAt", site.createdAt());
  }

  private static List<String> origins(Site site) {
    return site.origins().stream().map(Origin::value).sorted().toList();
  }

  private static Site toSite(Item item) {
    return new Site(
        new SiteId(item.requiredText("siteId")),
        item.requiredText("name"),
        item.textList("origins").stream().map(Origin::new).collect(Collectors.toSet()),
        new WidgetTheme(
            item.requiredText("accentColor"),
            item.constant("mode", WidgetTheme.Mode.class),
            item.constant("position", WidgetTheme.Position.class)),
        item.texts("strings"),
        item.text("challenge") == null
            ? Challenge.NONE
            : item.constant("challenge", Challenge.class),
        item.instant("createdAt"));
  }
}
