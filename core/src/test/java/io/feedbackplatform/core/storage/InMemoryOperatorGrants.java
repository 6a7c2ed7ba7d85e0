package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.OperatorGrant;
import io.feedbackplatform.core.operator.OperatorGrantId;
import io.feedbackplatform.core.operator.OperatorGrants;
import io.feedbackplatform.core.operator.TenantEvents;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryOperatorGrants implements OperatorGrants {

  private final Map<TenantId, Map<OperatorGrantId, OperatorGrant>> grants =
      new ConcurrentHashMap<>();
  private final InMemoryTenants tenants;
  private final InMemoryAudit audit;
  private final Clock clock;

  InMemoryOperatorGrants(InMemoryTenants tenants, InMemoryAudit audit, Clock clock) {
    this.tenants = tenants;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void create(TenantId tenant, OperatorGrant grant, Actor actor) {
    audit.write(
        tenant,
        () -> {
          tenants.find(tenant).orElseThrow(DomainException.NotFound::new).requireNoRemoval();
          var event =
              TenantEvents.ofGrant(
                  grant,
                  Operation.OPERATOR_GRANT_CREATED,
                  List.of("reason", "until"),
                  actor,
                  grant.from());
          return new Change<>(grant, event, () -> of(tenant).put(grant.id(), grant));
        });
  }

  @Override
  public List<OperatorGrant> list(TenantId tenant) {
    return of(tenant).values().stream()
        .sorted(
            Comparator.comparing(OperatorGrant::from)
                .thenComparing(grant -> grant.id().value())
                .reversed())
        .toList();
  }

  @Override
  public Optional<OperatorGrant> findLive(TenantId tenant, UserId operator) {
    return list(tenant).stream()
        .filter(grant -> grant.operator().equals(operator) && grant.isLiveAt(clock.instant()))
        .max(Comparator.comparing(OperatorGrant::until));
  }

  @Override
  public OperatorGrant end(TenantId tenant, OperatorGrantId id, Actor actor) {
    return audit.write(
        tenant,
        () -> {
          var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          var grant =
              Optional.ofNullable(of(tenant).get(id)).orElseThrow(DomainException.NotFound::new);
          var ended = grant.endedAt(now);
          return ended.equals(grant)
              ? Change.none(grant)
              : new Change<>(
                  ended,
                  TenantEvents.ofGrant(
                      grant, Operation.OPERATOR_GRANT_ENDED, List.of("endedAt"), actor, now),
                  () -> of(tenant).put(id, ended));
        });
  }

  @Override
  public void noteUse(TenantId tenant, OperatorGrantId id) {
    of(tenant).computeIfPresent(id, (key, grant) -> grant.usedAt(clock.instant()));
  }

  private Map<OperatorGrantId, OperatorGrant> of(TenantId tenant) {
    return grants.computeIfAbsent(tenant, id -> new ConcurrentHashMap<>());
  }
}
