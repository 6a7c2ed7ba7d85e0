package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.dynamodb.AuditedWrites.Change;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.Team;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Every change is decided on the whole team. That it is still the same when the change is written
 * is what {@link AuditedWrites} sees to, since nobody changes a team past it.
 */
final class DynamoDbMembers implements Members {

  private static final int MOST_TENANTS_OF_A_USER = 100;

  private final DynamoDbTable table;
  private final AuditedWrites writes;
  private final DynamoDbSeats seats;
  private final Clock clock;

  DynamoDbMembers(DynamoDbTable table, AuditedWrites writes, DynamoDbSeats seats, Clock clock) {
    this.table = table;
    this.writes = writes;
    this.seats = seats;
    this.clock = clock;
  }

  @Override
  public void add(TenantId tenant, Member member, Actor actor) {
    writes.write(
        tenant,
        () -> {
          var team = team(tenant);
          if (team.find(member.user()).isPresent()) {
            return Change.none(member);
          }
          team.requireManager(actor, member.role());
          seats.requireFree(tenant, team);
          var event = event(actor, Operation.MEMBER_ADDED, member.user(), List.of("role"));
          return new Change<>(member, event, List.of(joining(tenant, member)));
        });
  }

  /** The action by which a person becomes a member who is none. */
  TransactWriteItem joining(TenantId tenant, Member member) {
    return table.putAction(
        toItem(tenant, member), put -> put.conditionExpression("attribute_not_exists(pk)"));
  }

  @Override
  public Member changeRole(TenantId tenant, UserId user, Role role, Actor actor) {
    return writes.write(
        tenant,
        () -> {
          var team = team(tenant);
          var changed = team.changedRole(user, role, actor);
          if (team.members().contains(changed)) {
            return Change.none(changed);
          }
          var event = event(actor, Operation.MEMBER_ROLE_CHANGED, user, List.of("role"));
          var action =
              table.putAction(
                  toItem(tenant, changed), put -> put.conditionExpression("attribute_exists(pk)"));
          return new Change<>(changed, event, List.of(action));
        });
  }

  @Override
  public void remove(TenantId tenant, UserId user, Actor actor) {
    writes.write(
        tenant,
        () -> {
          var removed = team(tenant).removed(user, actor);
          var event = event(actor, Operation.MEMBER_REMOVED, user, List.of());
          return new Change<>(
              removed, event, List.of(table.deleteExistingAction(Key.member(tenant, user))));
        });
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return table.get(Key.member(tenant, user)).map(DynamoDbMembers::toMember);
  }

  @Override
  public List<Member> list(TenantId tenant) {
    return team(tenant).members();
  }

  Team team(TenantId tenant) {
    return new Team(
        table.query(Key.of(tenant), Key.MEMBERS).map(DynamoDbMembers::toMember).toList());
  }

  @Override
  public List<Membership> ofUser(UserId user) {
    return table
        .query(request ->
            request
                .indexName(TableLayout.MEMBERSHIPS.name())
                .keyConditionExpression("userId = :user")
                .expressionAttributeValues(Map.of(":user", AttributeValue.fromS(user.value()))))
        .limit(MOST_TENANTS_OF_A_USER)
        .map(item ->
            new Membership(
                new TenantId(item.requiredText("tenantId")), item.constant("role", Role.class)))
        .toList();
  }

  private AuditEvent event(Actor actor, Operation operation, UserId user, List<String> fields) {
    return AuditEvent.of(
        actor, operation, clock.instant(), new Target(Target.Kind.MEMBER, user.value()), fields);
  }

  private static Item toItem(TenantId tenant, Member member) {
    var invitedAs = member.invitedAs();
    return Item.at(Key.member(tenant, member.user()))
        .with("userId", member.user().value())
        .with("tenantId", tenant.value())
        .with("role", member.role())
        .with("since", member.since())
        .with("invitedAs", invitedAs == null ? null : invitedAs.value());
  }

  private static Member toMember(Item item) {
    var invitedAs = item.text("invitedAs");
    return new Member(
        new UserId(item.requiredText("userId")),
        item.constant("role", Role.class),
        item.instant("since"),
        invitedAs == null ? null : new EmailAddress(invitedAs));
  }
}
