package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.member.Invitation;
import io.feedbackplatform.core.member.InvitationId;
import io.feedbackplatform.core.member.InvitationRate;
import io.feedbackplatform.core.member.InvitationToken;
import io.feedbackplatform.core.member.Invitations;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * An invitation is two items: one among its tenant's, one by which its token is looked up. A third
 * counts how many the tenant makes.
 */
final class DynamoDbInvitations implements Invitations {

  private static final String TOKEN_HASH = "tokenHash";

  /** What an entry names of a new invitation. */
  private static final List<String> FIELDS = List.of("email", "expiresAt", "role");

  private final DynamoDbTable table;
  private final DynamoDbTenants tenants;
  private final DynamoDbMembers members;
  private final AuditedWrites writes;
  private final DynamoDbSeats seats;
  private final Clock clock;

  DynamoDbInvitations(
      DynamoDbTable table,
      DynamoDbTenants tenants,
      DynamoDbMembers members,
      AuditedWrites writes,
      DynamoDbSeats seats,
      Clock clock) {
    this.table = table;
    this.tenants = tenants;
    this.members = members;
    this.writes = writes;
    this.seats = seats;
    this.clock = clock;
  }

  @Override
  public void create(TenantId tenant, Invitation invitation, InvitationToken token, Actor actor) {
    writes.write(
        tenant,
        () -> {
          var team = members.team(tenant);
          team.requireManager(actor, invitation.role());
          seats.requireFree(tenant, team);
          var event = event(actor, Operation.INVITATION_CREATED, invitation.id(), FIELDS);
          return new Change<>(
              invitation,
              event,
              Stream.concat(
                      Stream.of(countedAction(tenant)), opening(tenant, invitation, token).stream())
                  .toList());
        });
  }

  @Override
  public void createForOwner(
      TenantId tenant, Invitation invitation, InvitationToken token, Actor operator) {
    writes.write(
        tenant,
        () -> {
          tenants.find(tenant).orElseThrow(DomainException.NotFound::new).requireNoDeletion();
          members.team(tenant).requireNoOwner();
          var actions = new ArrayList<TransactWriteItem>();
          actions.add(countedAction(tenant));
          table
              .query(Key.of(tenant), Key.INVITATIONS)
              .filter(item -> toInvitation(item).role() == Role.OWNER)
              .forEach(item -> actions.addAll(closing(item)));
          actions.addAll(opening(tenant, invitation, token));
          var event = event(operator, Operation.OWNER_INVITED, invitation.id(), FIELDS);
          return new Change<>(invitation, event, actions);
        });
  }

  /** The actions by which an invitation is void. */
  private List<TransactWriteItem> closing(Item item) {
    return List.of(
        table.deleteExistingAction(Key.of(item)),
        table.deleteAction(Key.invitationToken(item.requiredText(TOKEN_HASH))));
  }

  /** The actions by which an invitation is there. */
  List<TransactWriteItem> opening(TenantId tenant, Invitation invitation, InvitationToken token) {
    return List.of(
        table.putAction(
            listed(tenant, invitation, token),
            put -> put.conditionExpression("attribute_not_exists(pk)")),
        lookUpAction(tenant, invitation, token));
  }

  @Override
  public Invitation renew(
      TenantId tenant, InvitationId id, Instant until, InvitationToken token, Actor actor) {
    return writes.write(
        tenant,
        () -> {
          var item = open(tenant, id).orElseThrow(DomainException.NotFound::new);
          var renewed = toInvitation(item).renewed(until);
          members.team(tenant).requireManager(actor, renewed.role());
          var event = event(actor, Operation.INVITATION_RENEWED, id, List.of("expiresAt"));
          return new Change<>(
              renewed,
              event,
              List.of(
                  countedAction(tenant),
                  table.putAction(
                      listed(tenant, renewed, token),
                      put -> put.conditionExpression("attribute_exists(pk)")),
                  table.deleteAction(Key.invitationToken(item.requiredText(TOKEN_HASH))),
                  lookUpAction(tenant, renewed, token)));
        });
  }

  /** The chain of the audit is the tenant's lock, for this count too. */
  private TransactWriteItem countedAction(TenantId tenant) {
    var key = Key.invitationRate(tenant);
    var last =
        table
            .get(key)
            .map(item ->
                new InvitationRate(
                    item.instant("hour"), Objects.requireNonNull(item.integer("made"))));
    var rate = InvitationRate.after(last.orElse(null), clock.instant());
    return table.putAction(
        Item.at(key)
            .with("hour", rate.hour())
            .with("made", rate.made())
            .withSecond(TableLayout.EXPIRES_AT, rate.hour().plus(Duration.ofHours(2))));
  }

  private static Item listed(TenantId tenant, Invitation invitation, InvitationToken token) {
    return toItem(tenant, invitation).with(TOKEN_HASH, token.hash());
  }

  private TransactWriteItem lookUpAction(
      TenantId tenant, Invitation invitation, InvitationToken token) {
    return table.putAction(
        Item.at(Key.invitationToken(token.hash()))
            .with("tenantId", tenant.value())
            .with("invitationId", invitation.id().value())
            .withSecond(TableLayout.EXPIRES_AT, invitation.expiresAt()),
        put -> put.conditionExpression("attribute_not_exists(pk)"));
  }

  @Override
  public void noteMailed(TenantId tenant, InvitationId id, InvitationToken token, Instant at) {
    try {
      table
          .client()
          .updateItem(update ->
              update
                  .tableName(table.name())
                  .key(Key.invitation(tenant, id).attributes())
                  .conditionExpression("tokenHash = :token")
                  .updateExpression("SET mailedAt = :at")
                  .expressionAttributeValues(
                      Map.of(
                          ":token", AttributeValue.fromS(token.hash()), ":at", Item.second(at))));
    } catch (ConditionalCheckFailedException gone) {
      // accepted, revoked or renewed meanwhile
    }
  }

  @Override
  public List<Invitation> list(TenantId tenant) {
    var now = clock.instant();
    return table
        .query(Key.of(tenant), Key.INVITATIONS)
        .map(DynamoDbInvitations::toInvitation)
        .filter(invitation -> invitation.isOpenAt(now))
        .sorted(
            Comparator.comparing(Invitation::createdAt)
                .thenComparing(invitation -> invitation.id().value())
                .reversed())
        .toList();
  }

  @Override
  public void revoke(TenantId tenant, InvitationId id, Actor actor) {
    writes.write(
        tenant,
        () -> {
          var item = open(tenant, id).orElseThrow(DomainException.NotFound::new);
          var invitation = toInvitation(item);
          members.team(tenant).requireManager(actor, invitation.role());
          var event = event(actor, Operation.INVITATION_REVOKED, id, List.of());
          return new Change<>(invitation, event, closing(item));
        });
  }

  @Override
  public Membership accept(InvitationToken token, Actor actor) {
    var lookUp =
        table
            .get(Key.invitationToken(token.hash()))
            .orElseThrow(DomainException.InvitationInvalid::new);
    var tenant = new TenantId(lookUp.requiredText("tenantId"));
    var id = new InvitationId(lookUp.requiredText("invitationId"));
    return TenantScope.call(
        tenant, () -> writes.write(tenant, () -> acceptance(tenant, id, token, actor)));
  }

  private Change<Membership> acceptance(
      TenantId tenant, InvitationId id, InvitationToken token, Actor actor) {
    var invitation =
        open(tenant, id)
            // Another link may have been made since this one was looked up.
            .filter(item -> item.requiredText(TOKEN_HASH).equals(token.hash()))
            .map(DynamoDbInvitations::toInvitation)
            .orElseThrow(DomainException.InvitationInvalid::new);
    tenants.find(tenant).orElseThrow(DomainException.InvitationInvalid::new).requireWritable();
    var user = new UserId(actor.id());
    if (members.find(tenant, user).isPresent()) {
      throw new DomainException.AlreadyMember();
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var event =
        AuditEvent.of(
            actor,
            Operation.MEMBER_JOINED,
            now,
            new Target(Target.Kind.MEMBER, user.value()),
            List.of("role"));
    return new Change<>(
        new Membership(tenant, invitation.role()),
        event,
        List.of(
            table.deleteExistingAction(Key.invitation(tenant, id)),
            table.deleteExistingAction(Key.invitationToken(token.hash())),
            members.joining(tenant, new Member(user, invitation.role(), now, invitation.email()))));
  }

  /** DynamoDB removes what has expired days later. */
  private Optional<Item> open(TenantId tenant, InvitationId id) {
    return table
        .get(Key.invitation(tenant, id))
        .filter(item -> toInvitation(item).isOpenAt(clock.instant()));
  }

  private AuditEvent event(Actor actor, Operation operation, InvitationId id, List<String> fields) {
    return AuditEvent.of(
        actor, operation, clock.instant(), new Target(Target.Kind.INVITATION, id.value()), fields);
  }

  private static Item toItem(TenantId tenant, Invitation invitation) {
    return Item.at(Key.invitation(tenant, invitation.id()))
        .with("invitationId", invitation.id().value())
        .with("email", invitation.email().value())
        .with("role", invitation.role())
        .with("createdAt", invitation.createdAt())
        .withSecond(TableLayout.EXPIRES_AT, invitation.expiresAt())
        .withSecond("mailedAt", invitation.mailedAt());
  }

  private static Invitation toInvitation(Item item) {
    return new Invitation(
        new InvitationId(item.requiredText("invitationId")),
        new EmailAddress(item.requiredText("email")),
        item.constant("role", Role.class),
        item.instant("createdAt"),
        Objects.requireNonNull(item.instantOfSecond(TableLayout.EXPIRES_AT)),
        item.instantOfSecond("mailedAt"));
  }
}
