package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.operator.FirstOwner;
import io.feedbackplatform.core.operator.Provisioning;
import io.feedbackplatform.core.operator.TenantEvents;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryProvisioning implements Provisioning {

  private record Note(String fingerprint, Made made) {}

  private final Map<TenantId, Note> notes = new ConcurrentHashMap<>();
  private final InMemoryTenants tenants;
  private final InMemoryMembers members;
  private final InMemoryInvitations invitations;
  private final InMemoryAudit audit;

  InMemoryProvisioning(
      InMemoryTenants tenants,
      InMemoryMembers members,
      InMemoryInvitations invitations,
      InMemoryAudit audit) {
    this.tenants = tenants;
    this.members = members;
    this.invitations = invitations;
    this.audit = audit;
  }

  @Override
  public Optional<Made> provision(
      Tenant tenant, FirstOwner owner, String fingerprint, Actor actor) {
    return audit.write(
        tenant.id(),
        () -> {
          var note = notes.get(tenant.id());
          if (note != null && note.fingerprint().equals(fingerprint)) {
            return Change.none(Optional.of(note.made()));
          }
          if (note != null || tenants.register().find(tenant.id()).isPresent()) {
            throw new DomainException.IdempotencyKeyReused();
          }
          return new Change<>(
              Optional.empty(),
              TenantEvents.provisioned(tenant, actor),
              () -> {
                notes.put(tenant.id(), new Note(fingerprint, Made.of(tenant, owner)));
                tenants.create(tenant);
                own(tenant, owner);
              });
        });
  }

  void remove(TenantId tenant) {
    notes.remove(tenant);
  }

  private void own(Tenant tenant, FirstOwner owner) {
    switch (owner) {
      case FirstOwner.Known(var user) ->
          members.join(tenant.id(), new Member(user, Role.OWNER, tenant.createdAt()));
      case FirstOwner.Invited(var invitation, var token) ->
          invitations.open(tenant.id(), invitation, Objects.requireNonNull(token));
    }
  }
}
