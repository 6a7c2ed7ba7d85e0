package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.OriginPattern;
import io.feedbackplatform.core.site.OwnedSite;
import io.feedbackplatform.core.site.Question;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.site.WidgetTheme;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A site is one item, and one more for each origin or pattern that it lists, by which an origin
 * alone can be looked up.
 */
final class DynamoDbSites implements Sites {

  private final DynamoDbTable table;
  private final DynamoDbTenants tenants;
  private final AuditedWrites writes;
  private final Clock clock;

  DynamoDbSites(DynamoDbTable table, DynamoDbTenants tenants, AuditedWrites writes, Clock clock) {
    this.table = table;
    this.tenants = tenants;
    this.writes = writes;
    this.clock = clock;
  }

  @Override
  public void save(TenantId tenant, Site site, Actor actor) {
    writes.write(
        tenant,
        () -> {
          var former = find(tenant, site.id()).orElse(null);
          if (former == null && list(tenant).size() >= Site.MOST_SITES) {
            throw new DomainException.TooManySites();
          }
          return replacement(tenant, former, site, actor);
        });
  }

  @Override
  public Site change(TenantId tenant, SiteId id, UnaryOperator<Site> change, Actor actor) {
    return writes.write(
        tenant,
        () -> {
          var former = find(tenant, id).orElseThrow(DomainException.NotFound::new);
          var changed = change.apply(former);
          if (!changed.id().equals(id)) {
            throw new IllegalArgumentException("a change keeps the site's id");
          }
          return replacement(tenant, former, changed, actor);
        });
  }

  /** That the former is still what is kept is what {@link AuditedWrites} sees to. */
  private Change<Site> replacement(TenantId tenant, @Nullable Site former, Site site, Actor actor) {
    if (site.equals(former)) {
      return Change.none(site);
    }
    var listed = former == null ? Set.<OriginPattern>of() : former.origins();
    var actions = new ArrayList<TransactWriteItem>();
    actions.add(
        table.putAction(
            toItem(tenant, site),
            put ->
                put.conditionExpression(
                    former == null ? "attribute_not_exists(pk)" : "attribute_exists(pk)")));
    for (var origin : site.origins()) {
      if (!listed.contains(origin)) {
        actions.add(table.putAction(Item.at(Key.originOfSite(origin, tenant, site.id()))));
      }
    }
    for (var origin : listed) {
      if (!site.origins().contains(origin)) {
        actions.add(table.deleteAction(Key.originOfSite(origin, tenant, site.id())));
      }
    }
    return new Change<>(site, site.savedEvent(former, actor, clock.instant()), actions);
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
    return OriginPattern.covering(origin).stream().anyMatch(this::isKept);
  }

  private boolean isKept(OriginPattern pattern) {
    return !table
        .client()
        .query(request ->
            request
                .tableName(table.name())
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(Key.origin(pattern))))
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
        .with("question", site.question())
        .with("createdAt", site.createdAt());
  }

  private static List<String> origins(Site site) {
    return site.origins().stream().map(OriginPattern::value).sorted().toList();
  }

  private static Site toSite(Item item) {
    return new Site(
        new SiteId(item.requiredText("siteId")),
        item.requiredText("name"),
        item.textList("origins").stream().map(OriginPattern::new).collect(Collectors.toSet()),
        new WidgetTheme(
            item.requiredText("accentColor"),
            item.constant("mode", WidgetTheme.Mode.class),
            item.constant("position", WidgetTheme.Position.class)),
        item.texts("strings"),
        orElse(item.constantOrNull("challenge", Challenge.class), Challenge.NONE),
        orElse(item.constantOrNull("question", Question.class), Question.RATING),
        item.instant("createdAt"));
  }

  /** Sites of old lack what came later. */
  private static <E extends Enum<E>> E orElse(@Nullable E kept, E before) {
    return kept == null ? before : kept;
  }
}
