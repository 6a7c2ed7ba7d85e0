package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.OwnedSite;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemorySites implements Sites {

  private final Map<TenantId, Map<SiteId, Site>> sites = new ConcurrentHashMap<>();
  private final Tenants tenants;

  InMemorySites(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public void save(TenantId tenant, Site site) {
    sites.computeIfAbsent(tenant, id -> new ConcurrentHashMap<>()).put(site.id(), site);
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
