package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.Team;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

final class InMemoryMembers implements Members {

  private record Place(TenantId tenant, UserId user) {}

  private final Map<Place, Member> members = new ConcurrentHashMap<>();
  private final InMemoryAudit audit;
  private final Clock clock;
  private final BiConsumer<TenantId, Team> seats;

  InMemoryMembers(InMemoryAudit audit, Clock clock, BiConsumer<TenantId, Team> seats) {
    this.audit = audit;
    this.clock = clock;
    this.seats = seats;
  }

  @Override
  public void add(TenantId tenant, Member member, Actor actor) {
    audit.write(
        tenant,
        () -> {
          if (find(tenant, member.user()).isPresent()) {
            return Change.none(member);
          }
          team(tenant).requireManager(actor, member.role());
          requireSeat(tenant);
          var event = event(actor, Operation.MEMBER_ADDED, member.user(), List.of("role"));
          return new Change<>(member, event, () -> join(tenant, member));
        });
  }

  void requireSeat(TenantId tenant) {
    seats.accept(tenant, team(tenant));
  }

  void join(TenantId tenant, Member member) {
    members.put(new Place(tenant, member.user()), member);
  }

  @Override
  public Member changeRole(TenantId tenant, UserId user, Role role, Actor actor) {
    return audit.write(
        tenant,
        () -> {
          var team = team(tenant);
          var changed = team.changedRole(user, role, actor);
          if (team.members().contains(changed)) {
            return Change.none(changed);
          }
          var event = event(actor, Operation.MEMBER_ROLE_CHANGED, user, List.of("role"));
          return new Change<>(changed, event, () -> join(tenant, changed));
        });
  }

  @Override
  public void remove(TenantId tenant, UserId user, Actor actor) {
    audit.write(
        tenant,
        () -> {
          var removed = team(tenant).removed(user, actor);
          var event = event(actor, Operation.MEMBER_REMOVED, user, List.of());
          return new Change<>(removed, event, () -> members.remove(new Place(tenant, user)));
        });
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return Optional.ofNullable(members.get(new Place(tenant, user)));
  }

  @Override
  public List<Member> list(TenantId tenant) {
    return team(tenant).members();
  }

  Team team(TenantId tenant) {
    return new Team(
        members.entrySet().stream()
            .filter(entry -> entry.getKey().tenant().equals(tenant))
            .map(Map.Entry::getValue)
            .toList());
  }

  @Override
  public List<Membership> ofUser(UserId user) {
    return members.entrySet().stream()
        .filter(entry -> entry.getKey().user().equals(user))
        .map(entry -> new Membership(entry.getKey().tenant(), entry.getValue().role()))
        .sorted(Comparator.comparing(membership -> membership.tenant().value()))
        .limit(100)
        .toList();
  }

  private AuditEvent event(Actor actor, Operation operation, UserId user, List<String> fields) {
    return AuditEvent.of(
        actor, operation, clock.instant(), new Target(Target.Kind.MEMBER, user.value()), fields);
  }
}
