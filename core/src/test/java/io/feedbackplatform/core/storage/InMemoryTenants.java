package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryTenants implements Tenants {

  private final Map<TenantId, Tenant> tenants = new ConcurrentHashMap<>();

  @Override
  public void create(Tenant tenant) {
    tenants.putIfAbsent(tenant.id(), tenant);
  }

  @Override
  public Optional<Tenant> find(TenantId tenant) {
    return Optional.ofNullable(tenants.get(tenant));
  }
}
