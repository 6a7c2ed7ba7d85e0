package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.operator.TenantRegister;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class InMemoryTenantRegister implements TenantRegister {

  private final InMemoryTenants tenants;
  private final Map<TenantId, RegisteredTenant.Removed> removed = new ConcurrentHashMap<>();

  InMemoryTenantRegister(InMemoryTenants tenants) {
    this.tenants = tenants;
  }

  void bury(RegisteredTenant.Removed tombstone) {
    removed.put(tombstone.id(), tombstone);
  }

  @Override
  public List<RegisteredTenant> list(int limit, @Nullable TenantId after) {
    return entries()
        .filter(entry -> after == null || entry.id().value().compareTo(after.value()) > 0)
        .sorted(Comparator.comparing(entry -> entry.id().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<RegisteredTenant> find(TenantId tenant) {
    return entries().filter(entry -> entry.id().equals(tenant)).findFirst();
  }

  private Stream<RegisteredTenant> entries() {
    return Stream.concat(
        removed.values().stream(), tenants.all().stream().map(RegisteredTenant.Present::of));
  }
}
