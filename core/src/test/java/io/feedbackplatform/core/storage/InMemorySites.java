package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.OwnedSite;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

final class InMemorySites implements Sites {

  private final Map<TenantId, Map<SiteId, Site>> sites = new ConcurrentHashMap<>();
  private final Tenants tenants;
  private final InMemoryAudit audit;
  private final Clock clock;

  InMemorySites(Tenants tenants, InMemoryAudit audit, Clock clock) {
    this.tenants = tenants;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void save(TenantId tenant, Site site, Actor actor) {
    audit.write(
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
    return audit.write(
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

  private Change<Site> replacement(TenantId tenant, @Nullable Site former, Site site, Actor actor) {
    return site.equals(former)
        ? Change.none(site)
        : new Change<>(
            site,
            site.savedEvent(former, actor, clock.instant()),
            () ->
                sites
                    .computeIfAbsent(tenant, id -> new ConcurrentHashMap<>())
                    .put(site.id(), site));
  }

  @Override
  public Optional<Site> find(TenantId tenant, SiteId site) {
    return Optional.ofNullable(sites.getOrDefault(tenant, Map.of()).get(site));
  }

  @Override
  public Optional<OwnedSite> findOwned(TenantId tenant, SiteId site) {
    return find(tenant, site)
        .flatMap(known -> tenants.find(tenant).map(owner -> new OwnedSite(owner, known)));
  }

  @Override
  public List<Site> list(TenantId tenant) {
    return sites.getOrDefault(tenant, Map.of()).values().stream()
        .sorted(Comparator.comparing(Site::name))
        .toList();
  }

  @Override
  public boolean isListed(Origin origin) {
    return sites.values().stream()
        .flatMap(ofTenant -> ofTenant.values().stream())
        .anyMatch(site -> site.allows(origin));
  }
}
