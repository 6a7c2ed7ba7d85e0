package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeyGrant;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemorySiteKeys implements SiteKeys {

  private final Map<SiteKey, SiteKeyGrant> grants = new ConcurrentHashMap<>();

  @Override
  public void issue(TenantId tenant, SiteId site, SiteKey key) {
    var grant = new SiteKeyGrant(tenant, site);
    if (!grant.equals(grants.computeIfAbsent(key, unused -> grant))) {
      throw new IllegalStateException("the key is in use for another site");
    }
  }

  @Override
  public void revoke(TenantId tenant, SiteKey key) {
    grants.computeIfPresent(key, (unused, grant) -> grant.tenant().equals(tenant) ? null : grant);
  }

  @Override
  public List<SiteKey> list(TenantId tenant, SiteId site) {
    var wanted = new SiteKeyGrant(tenant, site);
    return grants.entrySet().stream()
        .filter(entry -> entry.getValue().equals(wanted))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Optional<SiteKeyGrant> find(SiteKey key) {
    return Optional.ofNullable(grants.get(key));
  }
}
