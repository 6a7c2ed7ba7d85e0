package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeyGrant;
import io.feedbackplatform.core.site.SiteKeyInUse;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemorySiteKeys implements SiteKeys {

  private record Owned(TenantId tenant, SiteId site, SiteKeyInUse key) {

    boolean isOf(TenantId otherTenant, SiteId otherSite) {
      return tenant.equals(otherTenant) && site.equals(otherSite);
    }
  }

  private final Map<SiteKey, Owned> keys = new ConcurrentHashMap<>();
  private final Sites sites;
  private final InMemoryAudit audit;
  private final Clock clock;

  InMemorySiteKeys(Sites sites, InMemoryAudit audit, Clock clock) {
    this.sites = sites;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public SiteKeyInUse issue(TenantId tenant, SiteId site, SiteKey key, Actor actor) {
    return audit.write(
        tenant,
        () -> {
          if (sites.find(tenant, site).isEmpty()) {
            throw new DomainException.NotFound();
          }
          var existing = inUse(tenant, site, key);
          if (existing.isPresent()) {
            return Change.none(existing.get());
          }
          requireRoom(tenant, site);
          var made = made(key);
          return new Change<>(
              made,
              event(actor, Operation.SITE_KEY_CREATED, key, List.of()),
              () -> keys.put(key, new Owned(tenant, site, made)));
        });
  }

  @Override
  public SiteKeyInUse rotate(
      TenantId tenant, SiteId site, SiteKey former, SiteKey next, Duration overlap, Actor actor) {
    return audit.write(
        tenant,
        () -> {
          var before = inUse(tenant, site, former).orElseThrow(DomainException.NotFound::new);
          if (before.endsAt() != null) {
            throw new DomainException.SiteKeyReplaced();
          }
          if (!overlap.isZero()) {
            requireRoom(tenant, site);
          }
          var made = made(next);
          var end = SiteKeyInUse.end(made.createdAt(), overlap);
          return new Change<>(
              made,
              event(actor, Operation.SITE_KEY_ROTATED, former, List.of("endsAt", "replacedBy")),
              () -> {
                keys.put(next, new Owned(tenant, site, made));
                keys.put(former, new Owned(tenant, site, before.replaced(next, end)));
              });
        });
  }

  @Override
  public void revoke(TenantId tenant, SiteId site, SiteKey key, Actor actor) {
    audit.write(
        tenant,
        () -> {
          if (inUse(tenant, site, key).isEmpty()) {
            throw new DomainException.NotFound();
          }
          return new Change<>(
              key,
              event(actor, Operation.SITE_KEY_REVOKED, key, List.of()),
              () -> keys.remove(key));
        });
  }

  @Override
  public List<SiteKeyInUse> list(TenantId tenant, SiteId site) {
    return keys.values().stream()
        .filter(owned -> owned.isOf(tenant, site))
        .map(Owned::key)
        .filter(key -> key.isInUseAt(clock.instant()))
        .sorted(
            Comparator.comparing(SiteKeyInUse::createdAt).thenComparing(key -> key.key().value()))
        .toList();
  }

  @Override
  public void noteUse(TenantId tenant, SiteId site, SiteKey key, Instant at) {
    var now = at.truncatedTo(ChronoUnit.SECONDS);
    keys.computeIfPresent(
        key,
        (same, owned) ->
            owned.isOf(tenant, site) && grant(owned).isUseUnnotedAt(now)
                ? new Owned(tenant, site, owned.key().usedAt(now))
                : owned);
  }

  @Override
  public Optional<SiteKeyGrant> find(SiteKey key) {
    return Optional.ofNullable(keys.get(key))
        .filter(owned -> owned.key().isInUseAt(clock.instant()))
        .map(InMemorySiteKeys::grant);
  }

  private static SiteKeyGrant grant(Owned owned) {
    return new SiteKeyGrant(owned.tenant(), owned.site(), owned.key().lastUsedAt());
  }

  private Optional<SiteKeyInUse> inUse(TenantId tenant, SiteId site, SiteKey key) {
    return list(tenant, site).stream().filter(one -> one.key().equals(key)).findFirst();
  }

  private void requireRoom(TenantId tenant, SiteId site) {
    if (list(tenant, site).size() >= SiteKeyInUse.MOST) {
      throw new DomainException.TooManySiteKeys();
    }
  }

  private SiteKeyInUse made(SiteKey key) {
    if (keys.containsKey(key)) {
      throw new IllegalStateException("the key is or was in use elsewhere");
    }
    return SiteKeyInUse.made(key, now());
  }

  private AuditEvent event(Actor actor, Operation operation, SiteKey key, List<String> fields) {
    return AuditEvent.of(
        actor, operation, now(), new Target(Target.Kind.SITE_KEY, key.value()), fields);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
