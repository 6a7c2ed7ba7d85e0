package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.limit.Plans;
import io.feedbackplatform.core.mail.Mail;
import io.feedbackplatform.core.mail.MailNotSentException;
import io.feedbackplatform.core.mail.Mailer;
import io.feedbackplatform.core.member.InvitationId;
import io.feedbackplatform.core.member.InvitationMail;
import io.feedbackplatform.core.member.InvitationRate;
import io.feedbackplatform.core.member.InvitationToken;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.member.InvitePerson.Invited;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.Plan;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class InvitationsContract extends StorageContract {

  private static final EmailAddress EMAIL = new EmailAddress("ada@example.com");

  private final Actor guest = newPerson();
  private Actor owner;
  private Actor admin;

  @BeforeEach
  void formATeam() {
    owner = joined(Role.OWNER);
    admin = joined(Role.ADMIN);
  }

  @Test
  void letsAPersonInOnce() {
    var invited = invite(Role.AGENT, admin);

    var membership = storage.invitations().accept(invited.token(), guest);

    assertThat(membership).isEqualTo(new Membership(tenant, Role.AGENT));
    assertThat(storage.members().find(tenant, new UserId(guest.id())).orElseThrow().role())
        .isEqualTo(Role.AGENT);
    assertThat(operations()).containsExactly(Operation.INVITATION_CREATED, Operation.MEMBER_JOINED);
    assertThat(storage.invitations().list(tenant)).isEmpty();
    invalid(invited.token(), newPerson());
    assertThat(operations()).hasSize(2);
  }

  @Test
  void isListedInItsTenantWhileItIsOpen() {
    var first = invite(Role.VIEWER, owner).invitation();
    clock.advance(Duration.ofDays(1));
    var second = invite(Role.OWNER, owner).invitation();

    assertThat(storage.invitations().list(tenant)).containsExactly(second, first);
    assertThat(storage.invitations().list(otherTenant)).isEmpty();
    clock.advance(Duration.ofDays(6));
    assertThat(storage.invitations().list(tenant)).containsExactly(second);
  }

  @Test
  void takesASeatUntilItIsRevokedOrEnds() {
    var free = created(TestObjects.tenant().on(Plan.FREE));
    int seats = Plans.defaults().of(Plan.FREE).seats();
    var boss = newPerson();
    storage
        .members()
        .add(
            free, new Member(new UserId(boss.id()), Role.OWNER, TestObjects.NOW), Actor.platform());
    var invite = new InvitePerson(storage.invitations(), clock);
    var last = invite.invite(free, EMAIL, Role.VIEWER, boss);
    for (int taken = 2; taken < seats; taken++) {
      last = invite.invite(free, EMAIL, Role.VIEWER, boss);
    }

    assertThatThrownBy(() -> invite.invite(free, EMAIL, Role.VIEWER, boss))
        .isInstanceOf(DomainException.SeatsExhausted.class)
        .hasMessageContaining("All " + seats + " seats");
    var another = new Member(new UserId("another"), Role.VIEWER, TestObjects.NOW);
    assertThatThrownBy(() -> storage.members().add(free, another, Actor.platform()))
        .isInstanceOf(DomainException.SeatsExhausted.class);
    assertThat(storage.members().find(free, another.user())).isEmpty();

    storage.invitations().accept(last.token(), newPerson());
    assertThatThrownBy(() -> invite.invite(free, EMAIL, Role.VIEWER, boss))
        .isInstanceOf(DomainException.SeatsExhausted.class);
    storage.invitations().revoke(free, storage.invitations().list(free).getFirst().id(), boss);
    storage.members().add(free, another, Actor.platform());
    clock.advance(InvitePerson.OPEN);
    invite.invite(free, EMAIL, Role.VIEWER, boss);
  }

  @Test
  void endsAfterSevenDays() {
    var inTime = invite(Role.VIEWER, owner);
    var late = invite(Role.VIEWER, owner);

    clock.advance(Duration.ofDays(7).minusSeconds(1));
    storage.invitations().accept(inTime.token(), guest);
    clock.advance(Duration.ofSeconds(1));

    invalid(late.token(), newPerson());
    assertThatThrownBy(() -> storage.invitations().revoke(tenant, late.invitation().id(), owner))
        .isInstanceOf(DomainException.NotFound.class);
    assertThat(operations()).hasSize(3);
  }

  @Test
  void isVoidOnceItIsRevoked() {
    var revoked = invite(Role.VIEWER, owner);
    var other = invite(Role.VIEWER, owner);

    storage.invitations().revoke(tenant, revoked.invitation().id(), admin);

    assertThat(operations()).hasSize(3).endsWith(Operation.INVITATION_REVOKED);
    assertThat(storage.invitations().list(tenant)).containsExactly(other.invitation());
    invalid(revoked.token(), guest);
    storage.invitations().accept(other.token(), guest);
  }

  @Test
  void isRevokedByItsOwnTenantOnly() {
    var invited = invite(Role.VIEWER, owner);
    var foreign = newPerson();
    storage
        .members()
        .add(
            otherTenant,
            new Member(new UserId(foreign.id()), Role.OWNER, TestObjects.NOW),
            Actor.platform());
    var id = invited.invitation().id();

    assertThatThrownBy(() -> storage.invitations().revoke(otherTenant, id, foreign))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(() -> storage.invitations().revoke(tenant, id, foreign))
        .isInstanceOf(DomainException.RoleTooLow.class);
    assertThatThrownBy(() -> storage.invitations().revoke(tenant, InvitationId.random(), owner))
        .isInstanceOf(DomainException.NotFound.class);
    assertThat(operations()).hasSize(1);
    storage.invitations().revoke(tenant, id, owner);
  }

  @Test
  void takesARoleThatReachesAsFar() {
    var viewer = joined(Role.VIEWER);
    var agent = joined(Role.AGENT);

    for (var low : List.of(viewer, agent, guest)) {
      assertThatThrownBy(() -> invite(Role.VIEWER, low))
          .isInstanceOf(DomainException.RoleTooLow.class);
    }
    assertThatThrownBy(() -> invite(Role.OWNER, admin))
        .isInstanceOf(DomainException.RoleTooLow.class);
    assertThat(operations()).isEmpty();
    assertThat(storage.invitations().list(tenant)).isEmpty();

    invite(Role.ADMIN, admin);
    var ownersOnly = invite(Role.OWNER, owner).invitation().id();
    assertThatThrownBy(() -> storage.invitations().revoke(tenant, ownersOnly, admin))
        .isInstanceOf(DomainException.RoleTooLow.class);
    storage.invitations().revoke(tenant, ownersOnly, owner);
    assertThat(operations()).hasSize(3);
  }

  @Test
  void staysOpenWhenAMemberTriesIt() {
    var invited = invite(Role.OWNER, owner);

    assertThatThrownBy(() -> storage.invitations().accept(invited.token(), admin))
        .isInstanceOf(DomainException.AlreadyMember.class);

    assertThat(operations()).hasSize(1);
    assertThat(storage.members().find(tenant, new UserId(admin.id())).orElseThrow().role())
        .isEqualTo(Role.ADMIN);
    storage.invitations().accept(invited.token(), guest);
  }

  @Test
  void knowsNoTokenThatWasNeverGiven() {
    invite(Role.OWNER, owner);

    invalid(InvitationToken.random(), guest);
    assertThat(operations()).hasSize(1);
  }

  @Test
  void letsOneOfManyInWhoComeAtOnce() throws Exception {
    var invited = invite(Role.AGENT, owner);
    var start = new CyclicBarrier(8);
    int in = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      var guests =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  (Callable<Boolean>)
                      () -> {
                        start.await();
                        try {
                          storage.invitations().accept(invited.token(), newPerson());
                          return true;
                        } catch (DomainException.InvitationInvalid used) {
                          return false;
                        }
                      })
              .toList();
      for (var result : threads.invokeAll(guests)) {
        in += result.get() ? 1 : 0;
      }
    }

    assertThat(in).isEqualTo(1);
    assertThat(storage.members().list(tenant)).hasSize(3);
    assertThat(operations()).hasSize(2);
  }

  @Test
  void isRenewedWithAnotherTokenAndTime() {
    var first = invite(Role.AGENT, owner);
    clock.advance(Duration.ofDays(6));

    var second = inviting(null).again(tenant, first.invitation().id(), admin);

    clock.advance(Duration.ofDays(2));
    assertThat(storage.invitations().list(tenant)).containsExactly(second.invitation());
    assertThat(operations()).hasSize(2).endsWith(Operation.INVITATION_RENEWED);
    invalid(first.token(), guest);
    storage.invitations().accept(second.token(), guest);
    assertThat(storage.members().find(tenant, new UserId(guest.id())).orElseThrow().invitedAs())
        .isEqualTo(EMAIL);
  }

  @Test
  void isRenewedByItsOwnTenantOnlyAndByWhoMay() {
    var ownersOnly = invite(Role.OWNER, owner).invitation().id();
    var foreign = newPerson();
    storage
        .members()
        .add(
            otherTenant,
            new Member(new UserId(foreign.id()), Role.OWNER, TestObjects.NOW),
            Actor.platform());

    assertThatThrownBy(() -> inviting(null).again(otherTenant, ownersOnly, foreign))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(() -> inviting(null).again(tenant, ownersOnly, admin))
        .isInstanceOf(DomainException.RoleTooLow.class);
    assertThat(operations()).hasSize(1);
    inviting(null).again(tenant, ownersOnly, owner);
    storage.invitations().revoke(tenant, ownersOnly, owner);
    assertThatThrownBy(() -> inviting(null).again(tenant, ownersOnly, owner))
        .isInstanceOf(DomainException.NotFound.class);
  }

  @Test
  void remembersWhetherItsMailWasTaken() {
    var sent = new ArrayList<Mail>();
    var taken =
        inviting(mail((of, mail) -> sent.add(mail))).invite(tenant, EMAIL, Role.AGENT, owner);

    var lost =
        inviting(
                mail((of, mail) -> {
                  throw new MailNotSentException("nobody answers", null);
                }))
            .invite(tenant, EMAIL, Role.AGENT, owner);

    assertThat(taken.invitation().mailedAt()).isNotNull();
    assertThat(lost.invitation().mailedAt()).isNull();
    assertThat(storage.invitations().list(tenant))
        .containsExactlyInAnyOrder(taken.invitation(), lost.invitation());
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().text())
        .contains("https://console.example.com/invitations/accept#" + taken.token().value());

    var again =
        inviting(mail((of, mail) -> sent.add(mail))).again(tenant, lost.invitation().id(), owner);
    assertThat(storage.invitations().list(tenant))
        .containsExactlyInAnyOrder(taken.invitation(), again.invitation());
    assertThat(again.invitation().mailedAt()).isNotNull();
    storage.invitations().accept(again.token(), guest);
  }

  @Test
  void doesNotTakeTheMailOfAnOlderLinkForThatOfTheNewest() {
    var first = invite(Role.AGENT, owner);
    var id = first.invitation().id();
    var second = inviting(null).again(tenant, id, owner);

    storage.invitations().noteMailed(tenant, id, first.token(), TestObjects.NOW);
    storage.invitations().noteMailed(otherTenant, id, second.token(), TestObjects.NOW);
    assertThat(storage.invitations().list(tenant).getFirst().mailedAt()).isNull();

    storage.invitations().noteMailed(tenant, id, second.token(), TestObjects.NOW);
    assertThat(storage.invitations().list(tenant).getFirst().mailedAt()).isNotNull();
    assertThat(operations()).hasSize(2);
  }

  @Test
  void endsAFloodOfInvitationsUntilTheNextHour() {
    IntStream.range(1, InvitationRate.MOST).forEach(i -> invite(Role.VIEWER, owner));
    var last = invite(Role.VIEWER, owner).invitation().id();

    assertThatThrownBy(() -> invite(Role.VIEWER, owner))
        .isInstanceOf(DomainException.TooManyInvitations.class);
    assertThatThrownBy(() -> inviting(null).again(tenant, last, owner))
        .isInstanceOf(DomainException.TooManyInvitations.class);
    assertThat(operations()).hasSize(InvitationRate.MOST);

    clock.advance(Duration.ofHours(1));
    invite(Role.VIEWER, owner);
  }

  private Invited invite(Role role, Actor actor) {
    return inviting(null).invite(tenant, EMAIL, role, actor);
  }

  private InvitePerson inviting(InvitationMail mail) {
    return new InvitePerson(
        storage.invitations(),
        clock,
        mail,
        failure -> {
          throw failure;
        });
  }

  private InvitationMail mail(Mailer mailer) {
    return new InvitationMail(
        mailer, storage.tenants()::find, URI.create("https://console.example.com"));
  }

  private void invalid(InvitationToken token, Actor actor) {
    assertThatThrownBy(() -> storage.invitations().accept(token, actor))
        .isInstanceOf(DomainException.InvitationInvalid.class);
    assertThat(storage.members().ofUser(new UserId(actor.id()))).isEmpty();
  }

  private Actor joined(Role role) {
    var person = newPerson();
    storage
        .members()
        .add(tenant, new Member(new UserId(person.id()), role, TestObjects.NOW), Actor.platform());
    return person;
  }

  private static Actor newPerson() {
    return Actor.person(UUID.randomUUID().toString(), "203.0.113.7");
  }

  /** Beside those by which the team was formed. */
  private List<Operation> operations() {
    return storage
        .audit()
        .entries(tenant)
        .map(entry -> entry.event().operation())
        .filter(operation -> operation != Operation.MEMBER_ADDED)
        .toList();
  }
}
