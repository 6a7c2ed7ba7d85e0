package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.member.Invitation;
import io.feedbackplatform.core.member.InvitationId;
import io.feedbackplatform.core.member.InvitationRate;
import io.feedbackplatform.core.member.InvitationToken;
import io.feedbackplatform.core.member.Invitations;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryInvitations implements Invitations {

  private record Kept(TenantId tenant, Invitation invitation) {}

  private final Map<String, Kept> byTokenHash = new ConcurrentHashMap<>();
  private final Map<TenantId, InvitationRate> rates = new ConcurrentHashMap<>();
  private final InMemoryTenants tenants;
  private final InMemoryMembers members;
  private final InMemoryAudit audit;
  private final Clock clock;

  InMemoryInvitations(
      InMemoryTenants tenants, InMemoryMembers members, InMemoryAudit audit, Clock clock) {
    this.tenants = tenants;
    this.members = members;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void create(TenantId tenant, Invitation invitation, InvitationToken token, Actor actor) {
    audit.write(
        tenant,
        () -> {
          members.team(tenant).requireManager(actor, invitation.role());
          members.requireSeat(tenant);
          var event =
              event(
                  actor,
                  Operation.INVITATION_CREATED,
                  invitation.id(),
                  List.of("email", "expiresAt", "role"));
          var rate = InvitationRate.after(rates.get(tenant), clock.instant());
          return new Change<>(
              invitation,
              event,
              () -> {
                rates.put(tenant, rate);
                open(tenant, invitation, token);
              });
        });
  }

  @Override
  public void createForOwner(
      TenantId tenant, Invitation invitation, InvitationToken token, Actor operator) {
    audit.write(
        tenant,
        () -> {
          tenants.find(tenant).orElseThrow(DomainException.NotFound::new).requireNoDeletion();
          members.team(tenant).requireNoOwner();
          var rate = InvitationRate.after(rates.get(tenant), clock.instant());
          var fields = List.of("email", "expiresAt", "role");
          return new Change<>(
              invitation,
              event(operator, Operation.OWNER_INVITED, invitation.id(), fields),
              () -> {
                rates.put(tenant, rate);
                byTokenHash
                    .values()
                    .removeIf(kept ->
                        kept.tenant().equals(tenant) && kept.invitation().role() == Role.OWNER);
                open(tenant, invitation, token);
              });
        });
  }

  void open(TenantId tenant, Invitation invitation, InvitationToken token) {
    byTokenHash.put(token.hash(), new Kept(tenant, invitation));
  }

  @Override
  public Invitation renew(
      TenantId tenant, InvitationId id, Instant until, InvitationToken token, Actor actor) {
    return audit.write(
        tenant,
        () -> {
          var before = open(tenant, id);
          members.team(tenant).requireManager(actor, before.role());
          var rate = InvitationRate.after(rates.get(tenant), clock.instant());
          var renewed = before.renewed(until);
          var event = event(actor, Operation.INVITATION_RENEWED, id, List.of("expiresAt"));
          return new Change<>(
              renewed,
              event,
              () -> {
                rates.put(tenant, rate);
                byTokenHash.values().remove(new Kept(tenant, before));
                byTokenHash.put(token.hash(), new Kept(tenant, renewed));
              });
        });
  }

  @Override
  public void noteMailed(TenantId tenant, InvitationId id, InvitationToken token, Instant at) {
    byTokenHash.computeIfPresent(
        token.hash(),
        (hash, kept) ->
            kept.tenant().equals(tenant) && kept.invitation().id().equals(id)
                ? new Kept(tenant, kept.invitation().mailed(at))
                : kept);
  }

  private Invitation open(TenantId tenant, InvitationId id) {
    return list(tenant).stream()
        .filter(open -> open.id().equals(id))
        .findFirst()
        .orElseThrow(DomainException.NotFound::new);
  }

  @Override
  public List<Invitation> list(TenantId tenant) {
    return byTokenHash.values().stream()
        .filter(kept -> kept.tenant().equals(tenant))
        .map(Kept::invitation)
        .filter(invitation -> invitation.isOpenAt(clock.instant()))
        .sorted(
            Comparator.comparing(Invitation::createdAt)
                .thenComparing(invitation -> invitation.id().value())
                .reversed())
        .toList();
  }

  @Override
  public void revoke(TenantId tenant, InvitationId id, Actor actor) {
    audit.write(
        tenant,
        () -> {
          var invitation = open(tenant, id);
          members.team(tenant).requireManager(actor, invitation.role());
          var event = event(actor, Operation.INVITATION_REVOKED, id, List.of());
          return new Change<>(
              invitation, event, () -> byTokenHash.values().remove(new Kept(tenant, invitation)));
        });
  }

  @Override
  public Membership accept(InvitationToken token, Actor actor) {
    var kept = open(token).orElseThrow(DomainException.InvitationInvalid::new);
    return audit.write(
        kept.tenant(),
        () -> {
          var invitation =
              open(token).orElseThrow(DomainException.InvitationInvalid::new).invitation();
          tenants
              .find(kept.tenant())
              .orElseThrow(DomainException.InvitationInvalid::new)
              .requireWritable();
          var user = new UserId(actor.id());
          if (members.find(kept.tenant(), user).isPresent()) {
            throw new DomainException.AlreadyMember();
          }
          var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          var target = new Target(Target.Kind.MEMBER, user.value());
          return new Change<>(
              new Membership(kept.tenant(), invitation.role()),
              AuditEvent.of(actor, Operation.MEMBER_JOINED, now, target, List.of("role")),
              () -> {
                byTokenHash.remove(token.hash());
                members.join(
                    kept.tenant(), new Member(user, invitation.role(), now, invitation.email()));
              });
        });
  }

  private Optional<Kept> open(InvitationToken token) {
    return Optional.ofNullable(byTokenHash.get(token.hash()))
        .filter(kept -> kept.invitation().isOpenAt(clock.instant()));
  }

  private AuditEvent event(Actor actor, Operation operation, InvitationId id, List<String> fields) {
    return AuditEvent.of(
        actor, operation, clock.instant(), new Target(Target.Kind.INVITATION, id.value()), fields);
  }
}
