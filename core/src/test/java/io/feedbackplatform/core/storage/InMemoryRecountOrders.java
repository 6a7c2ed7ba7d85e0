package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.recount.OrderedRecount;
import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.recount.RecountOrders;
import io.feedbackplatform.core.recount.RecountResult;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

final class InMemoryRecountOrders implements RecountOrders {

  private final Map<TenantId, ConcurrentSkipListMap<String, OrderedRecount>> orders =
      new ConcurrentHashMap<>();
  private final InMemoryTenants tenants;
  private final InMemoryAudit audit;
  private final Clock clock;

  InMemoryRecountOrders(InMemoryTenants tenants, InMemoryAudit audit, Clock clock) {
    this.tenants = tenants;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void create(TenantId tenant, OrderedRecount order, Actor actor) {
    audit.write(
        tenant,
        () -> {
          tenants.find(tenant).orElseThrow(DomainException.NotFound::new).requireNoRemoval();
          if (list(tenant).stream().anyMatch(other -> other.isOpenAt(order.orderedAt()))) {
            throw new DomainException.RecountUnderWay();
          }
          return new Change<>(
              order, order.event(actor), () -> of(tenant).put(order.id().value(), order));
        });
  }

  @Override
  public List<OrderedRecount> list(TenantId tenant) {
    return of(tenant).descendingMap().values().stream().limit(MOST).toList();
  }

  @Override
  public Optional<OrderedRecount> find(TenantId tenant, RecountId id) {
    return Optional.ofNullable(of(tenant).get(id.value()));
  }

  @Override
  public Optional<OrderedRecount> start(TenantId tenant, RecountId id) {
    var now = now();
    var after =
        of(tenant)
            .computeIfPresent(
                id.value(), (key, order) -> order.isOpenAt(now) ? order.startedAt(now) : order);
    if (after == null) {
      throw new DomainException.NotFound();
    }
    return Optional.of(after).filter(order -> order.isOpenAt(now));
  }

  @Override
  public void end(TenantId tenant, RecountId id, @Nullable RecountResult result) {
    of(tenant)
        .computeIfPresent(
            id.value(),
            (key, order) -> order.endedAt() == null ? order.endedAt(now(), result) : order);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private ConcurrentSkipListMap<String, OrderedRecount> of(TenantId tenant) {
    return orders.computeIfAbsent(tenant, id -> new ConcurrentSkipListMap<>());
  }
}
