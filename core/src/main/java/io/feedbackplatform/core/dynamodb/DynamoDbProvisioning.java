package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.operator.FirstOwner;
import io.feedbackplatform.core.operator.Provisioning;
import io.feedbackplatform.core.operator.TenantEvents;
import io.feedbackplatform.core.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A note in the tenant's partition says which request made it. */
final class DynamoDbProvisioning implements Provisioning {

  private static final String FINGERPRINT = "fingerprint";
  private static final String TOKEN_HASH = "tokenHash";

  private final DynamoDbTable table;
  private final DynamoDbTenants tenants;
  private final DynamoDbMembers members;
  private final DynamoDbInvitations invitations;
  private final AuditedWrites writes;

  DynamoDbProvisioning(
      DynamoDbTable table,
      DynamoDbTenants tenants,
      DynamoDbMembers members,
      DynamoDbInvitations invitations,
      AuditedWrites writes) {
    this.table = table;
    this.tenants = tenants;
    this.members = members;
    this.invitations = invitations;
    this.writes = writes;
  }

  @Override
  public Optional<Made> provision(
      Tenant tenant, FirstOwner owner, String fingerprint, Actor actor) {
    var made = Made.of(tenant, owner);
    return writes.write(
        tenant.id(),
        () -> {
          // First: who sees the tenant then sees the note, too, since both are written at once.
          var known = table.get(Key.registered(tenant.id())).isPresent();
          var note = table.get(Key.provisioning(tenant.id()));
          if (note.map(item -> item.requiredText(FINGERPRINT))
              .filter(fingerprint::equals)
              .isPresent()) {
            return Change.none(note.map(DynamoDbProvisioning::toMade));
          }
          if (known || note.isPresent()) {
            throw new DomainException.IdempotencyKeyReused();
          }
          var actions = new ArrayList<>(tenants.creation(tenant));
          actions.add(
              table.putAction(
                  Item.at(Key.provisioning(tenant.id()))
                      .with(FINGERPRINT, fingerprint)
                      .with("createdAt", made.at())
                      .with(TOKEN_HASH, made.tokenHash())));
          actions.addAll(ownership(tenant, owner));
          return new Change<>(Optional.empty(), TenantEvents.provisioned(tenant, actor), actions);
        });
  }

  private List<TransactWriteItem> ownership(Tenant tenant, FirstOwner owner) {
    return switch (owner) {
      case FirstOwner.Known(var user) ->
          List.of(members.joining(tenant.id(), new Member(user, Role.OWNER, tenant.createdAt())));
      case FirstOwner.Invited(var invitation, var token) ->
          invitations.opening(tenant.id(), invitation, Objects.requireNonNull(token));
    };
  }

  private static Made toMade(Item note) {
    return new Made(note.instant("createdAt"), note.text(TOKEN_HASH));
  }
}
