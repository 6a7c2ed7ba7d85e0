package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.operator.TenantEvents;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryTenants implements Tenants {

  private final Map<TenantId, Tenant> tenants = new ConcurrentHashMap<>();

  private final InMemoryTenantRegister register = new InMemoryTenantRegister(this);
  private final InMemoryAudit audit;
  private final Clock clock;

  InMemoryTenants(InMemoryAudit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** What operators see of them. */
  InMemoryTenantRegister register() {
    return register;
  }

  Collection<Tenant> all() {
    return tenants.values();
  }

  @Override
  public void create(Tenant tenant) {
    tenants.putIfAbsent(tenant.id(), tenant);
  }

  @Override
  public Optional<Tenant> find(TenantId tenant) {
    return Optional.ofNullable(tenants.get(tenant));
  }

  @Override
  public Tenant change(TenantId id, TenantChange change, Actor actor) {
    return audit.write(
        id,
        () -> {
          var now = clock.instant();
          var before = find(id).orElseThrow(DomainException.NotFound::new);
          var after = change.applied(before, actor, now);
          return after.equals(before)
              ? Change.none(after)
              : new Change<>(
                  after,
                  TenantEvents.changed(before, after, change, actor, now),
                  () -> tenants.put(id, after));
        });
  }
}
