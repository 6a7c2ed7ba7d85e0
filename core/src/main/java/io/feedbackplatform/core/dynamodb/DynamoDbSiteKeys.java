package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeyGrant;
import io.feedbackplatform.core.site.SiteKeyInUse;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A key is two items: one by which it is looked up, one among its tenant's. Both are removed some
 * time after a replaced key has ended.
 */
final class DynamoDbSiteKeys implements SiteKeys {

  private static final String ENDS_AT = "endsAt";
  private static final String LAST_USED_AT = "lastUsedAt";
  private static final String NEW = "attribute_not_exists(pk)";

  private final DynamoDbTable table;
  private final AuditedWrites writes;
  private final Clock clock;

  DynamoDbSiteKeys(DynamoDbTable table, AuditedWrites writes, Clock clock) {
    this.table = table;
    this.writes = writes;
    this.clock = clock;
  }

  @Override
  public SiteKeyInUse issue(TenantId tenant, SiteId site, SiteKey key, Actor actor) {
    return writes.write(
        tenant,
        () -> {
          if (table.get(Key.site(tenant, site)).isEmpty()) {
            throw new DomainException.NotFound();
          }
          var inUse = list(tenant, site);
          for (var existing : inUse) {
            if (existing.key().equals(key)) {
              return Change.none(existing);
            }
          }
          requireRoom(inUse);
          var made = SiteKeyInUse.made(key, now());
          return new Change<>(
              made,
              event(actor, Operation.SITE_KEY_CREATED, key, List.of()),
              making(tenant, site, made));
        });
  }

  @Override
  public SiteKeyInUse rotate(
      TenantId tenant, SiteId site, SiteKey former, SiteKey next, Duration overlap, Actor actor) {
    return writes.write(
        tenant,
        () -> {
          var inUse = list(tenant, site);
          var replaced =
              inUse.stream()
                  .filter(key -> key.key().equals(former))
                  .findFirst()
                  .orElseThrow(DomainException.NotFound::new);
          if (replaced.endsAt() != null) {
            throw new DomainException.SiteKeyReplaced();
          }
          var made = SiteKeyInUse.made(next, now());
          var end = SiteKeyInUse.end(made.createdAt(), overlap);
          var actions = making(tenant, site, made);
          if (overlap.isZero()) {
            actions.addAll(removal(tenant, site, former));
          } else {
            requireRoom(inUse);
            actions.add(ending(Key.siteKey(former), end, next));
            actions.add(ending(Key.siteKeyOfSite(tenant, site, former), end, next));
          }
          var event =
              event(actor, Operation.SITE_KEY_ROTATED, former, List.of(ENDS_AT, "replacedBy"));
          return new Change<>(made, event, actions);
        });
  }

  @Override
  public void revoke(TenantId tenant, SiteId site, SiteKey key, Actor actor) {
    writes.write(
        tenant,
        () -> {
          boolean isInUse =
              table.get(Key.siteKeyOfSite(tenant, site, key)).filter(this::isInUse).isPresent();
          if (!isInUse) {
            throw new DomainException.NotFound();
          }
          return new Change<>(
              key,
              event(actor, Operation.SITE_KEY_REVOKED, key, List.of()),
              removal(tenant, site, key));
        });
  }

  @Override
  public List<SiteKeyInUse> list(TenantId tenant, SiteId site) {
    return table
        .query(Key.of(tenant), Key.siteKeysOf(site))
        .filter(this::isInUse)
        .map(item -> toKey(tenant, site, item))
        .sorted(
            Comparator.comparing(SiteKeyInUse::createdAt).thenComparing(key -> key.key().value()))
        .toList();
  }

  /** What is looked up with each request decides, so that one process at most goes on to note. */
  @Override
  public void noteUse(TenantId tenant, SiteId site, SiteKey key, Instant at) {
    var now = at.truncatedTo(ChronoUnit.SECONDS);
    try {
      note(
          Key.siteKey(key),
          "tenantId = :tenant AND siteId = :site"
              + " AND (attribute_not_exists(lastUsedAt) OR lastUsedAt <= :due)",
          Map.of(
              ":now", Item.second(now),
              ":tenant", AttributeValue.fromS(tenant.value()),
              ":site", AttributeValue.fromS(site.value()),
              ":due", Item.second(now.minus(SiteKeyInUse.USE_PRECISION))));
      note(
          Key.siteKeyOfSite(tenant, site, key),
          "attribute_exists(pk)",
          Map.of(":now", Item.second(now)));
    } catch (ConditionalCheckFailedException noted) {
      // by another process, or there is no such key
    }
  }

  private void note(Key key, String condition, Map<String, AttributeValue> values) {
    table
        .client()
        .updateItem(update ->
            update
                .tableName(table.name())
                .key(key.attributes())
                .conditionExpression(condition)
                .updateExpression("SET lastUsedAt = :now")
                .expressionAttributeValues(values));
  }

  @Override
  public Optional<SiteKeyGrant> find(SiteKey key) {
    return table
        .get(Key.siteKey(key))
        .filter(this::isInUse)
        .map(item ->
            new SiteKeyGrant(
                new TenantId(item.requiredText("tenantId")),
                new SiteId(item.requiredText("siteId")),
                item.instantOfSecond(LAST_USED_AT)));
  }

  private static void requireRoom(List<SiteKeyInUse> inUse) {
    if (inUse.size() >= SiteKeyInUse.MOST) {
      throw new DomainException.TooManySiteKeys();
    }
  }

  private List<TransactWriteItem> making(TenantId tenant, SiteId site, SiteKeyInUse made) {
    if (table.get(Key.siteKey(made.key())).isPresent()) {
      throw new IllegalStateException("the key is or was in use elsewhere");
    }
    var lookUp =
        Item.at(Key.siteKey(made.key()))
            .with("tenantId", tenant.value())
            .with("siteId", site.value());
    var listed =
        Item.at(Key.siteKeyOfSite(tenant, site, made.key()))
            .with("key", made.key().value())
            .with("createdAt", made.createdAt());
    return new ArrayList<>(
        List.of(
            table.putAction(lookUp, put -> put.conditionExpression(NEW)),
            table.putAction(listed, put -> put.conditionExpression(NEW))));
  }

  private List<TransactWriteItem> removal(TenantId tenant, SiteId site, SiteKey key) {
    return List.of(
        table.deleteExistingAction(Key.siteKey(key)),
        table.deleteExistingAction(Key.siteKeyOfSite(tenant, site, key)));
  }

  /** DynamoDB may remove it from the second after its end. */
  private TransactWriteItem ending(Key key, Instant end, SiteKey next) {
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(table.name())
                .key(key.attributes())
                .conditionExpression("attribute_exists(pk)")
                .updateExpression(
                    "SET endsAt = :end, replacedBy = :next, %s = :gone"
                        .formatted(TableLayout.EXPIRES_AT))
                .expressionAttributeValues(
                    Map.of(
                        ":end", AttributeValue.fromS(end.toString()),
                        ":next", AttributeValue.fromS(next.value()),
                        ":gone", Item.second(end.plusSeconds(1)))))
        .build();
  }

  private AuditEvent event(Actor actor, Operation operation, SiteKey key, List<String> fields) {
    return AuditEvent.of(
        actor, operation, now(), new Target(Target.Kind.SITE_KEY, key.value()), fields);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private boolean isInUse(Item item) {
    var end = item.instantOrNull(ENDS_AT);
    return end == null || now().isBefore(end);
  }

  private SiteKeyInUse toKey(TenantId tenant, SiteId site, Item item) {
    var createdAt = item.instantOrNull("createdAt");
    var replacedBy = item.text("replacedBy");
    return new SiteKeyInUse(
        new SiteKey(item.requiredText("key")),
        createdAt == null ? createdAt(tenant, site) : createdAt,
        item.instantOrNull(ENDS_AT),
        replacedBy == null ? null : new SiteKey(replacedBy),
        item.instantOfSecond(LAST_USED_AT));
  }

  /** Keys once did not say when they were made; none is older than its site. */
  private Instant createdAt(TenantId tenant, SiteId site) {
    return table
        .get(Key.site(tenant, site))
        .map(item -> item.instant("createdAt"))
        .orElse(Instant.EPOCH);
  }
}
