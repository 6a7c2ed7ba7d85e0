package io.feedbackplatform.core.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.mail.Mail;
import io.feedbackplatform.core.mail.MailNotSentException;
import io.feedbackplatform.core.mail.Mailer;
import io.feedbackplatform.core.member.Invitation;
import io.feedbackplatform.core.member.InvitationMail;
import io.feedbackplatform.core.member.InvitationRate;
import io.feedbackplatform.core.member.InvitationToken;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.member.InvitePerson.Invited;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.FirstOwner;
import io.feedbackplatform.core.operator.GrantOperator;
import io.feedbackplatform.core.operator.OperatorGrant;
import io.feedbackplatform.core.operator.ProvisionTenant;
import io.feedbackplatform.core.operator.ProvisionTenant.Order;
import io.feedbackplatform.core.operator.ProvisionTenant.Owner;
import io.feedbackplatform.core.operator.ProvisionTenant.Provisioned;
import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.TenantState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class OperatorContract extends StorageContract {

  private static final Actor OPERATOR = Actor.operator("grace", "192.0.2.7");
  private static final EmailAddress ADA = new EmailAddress("ada@example.com");
  private static final Order ORDER = new Order("Contoso", Plan.PRO, new Owner.Email(ADA));

  private final String key = UUID.randomUUID().toString();

  @Test
  void provisionsATenantWithAnInvitedOwner() {
    var made = provision(ORDER);

    var id = made.tenant().id();
    assertThat(made.repeated()).isFalse();
    assertThat(storage.tenants().find(id)).contains(made.tenant());
    assertThat(made.tenant().plan()).isEqualTo(Plan.PRO);
    assertThat(storage.tenantRegister().find(id))
        .contains(RegisteredTenant.Present.of(made.tenant()));
    assertThat(operations(id)).containsExactly(Operation.TENANT_PROVISIONED);
    assertThat(storage.invitations().accept(token(made), Actor.person("ada-" + key, null)))
        .isEqualTo(new Membership(id, Role.OWNER));
  }

  @Test
  void mailsTheFirstOwnerTheirLinkOnce() {
    var sent = new ArrayList<Mail>();
    var lost =
        provision(
            ORDER,
            (of, mail) -> {
              throw new MailNotSentException("nobody answers", null);
            },
            new byte[32]);
    assertThat(invitation(lost).mailedAt()).isNull();

    var second = provision(ORDER, (of, mail) -> sent.add(mail), new byte[32]);
    clock.advance(Duration.ofMinutes(1));
    var third = provision(ORDER, (of, mail) -> sent.add(mail), new byte[32]);

    assertThat(sent)
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.to()).isEqualTo(ADA);
          assertThat(mail.subject()).contains("Contoso");
          assertThat(mail.text()).contains(((FirstOwner.Invited) lost.owner()).token().value());
        });
    assertThat(invitation(second).mailedAt()).isNotNull();
    assertThat(third).isEqualTo(second);
    assertThat(operations(lost.tenant().id())).containsExactly(Operation.TENANT_PROVISIONED);
  }

  private static Invitation invitation(Provisioned made) {
    return ((FirstOwner.Invited) made.owner()).invitation();
  }

  @Test
  void provisionsATenantWithAKnownOwner() {
    var ada = new UserId("ada-" + key);

    var made = provision(new Order("Contoso", Plan.FREE, new Owner.User(ada)));

    assertThat(storage.members().find(made.tenant().id(), ada))
        .hasValueSatisfying(member -> assertThat(member.role()).isEqualTo(Role.OWNER));
  }

  @Test
  void answersARepetitionAlikeAndMakesNothing() {
    var first = provision(ORDER);
    var id = first.tenant().id();
    storage.invitations().accept(token(first), Actor.person("ada-" + key, null));
    storage.tenants().change(id, new TenantChange.Edit("Renamed", null), OPERATOR);
    clock.advance(Duration.ofDays(3));
    var before = operations(id);

    var second = provision(ORDER);

    assertThat(second).isEqualTo(new Provisioned(first.tenant(), first.owner(), true));
    assertThat(operations(id)).isEqualTo(before);
    assertThat(storage.invitations().list(id)).isEmpty();
    assertThat(storage.tenants().find(id).orElseThrow().name()).isEqualTo("Renamed");
  }

  @Test
  void answersARepetitionAlikeOnceItsSecretWasReplaced() {
    var former = new byte[32];
    var next = "next".repeat(8).getBytes(US_ASCII);
    var last = "last".repeat(8).getBytes(US_ASCII);
    var first = provision(ORDER, former);

    assertThat(provision(ORDER, next, former))
        .isEqualTo(new Provisioned(first.tenant(), first.owner(), true));

    var late = provision(ORDER, last, next);
    assertThat(late.tenant()).isEqualTo(first.tenant());
    assertThat(token(late)).isNull();
    assertThat(operations(first.tenant().id())).hasSize(1);
    assertThat(storage.invitations().accept(token(first), Actor.person("ada-" + key, null)))
        .isEqualTo(new Membership(first.tenant().id(), Role.OWNER));
  }

  @Test
  void refusesAKeyThatStandsForAnotherRequest() {
    provision(ORDER);

    for (var other :
        List.of(
            new Order("Contoso Ltd", Plan.PRO, ORDER.owner()),
            new Order("Contoso", Plan.FREE, ORDER.owner()),
            new Order("Contoso", Plan.PRO, new Owner.User(new UserId(ADA.value()))))) {
      assertThatExceptionOfType(DomainException.IdempotencyKeyReused.class)
          .isThrownBy(() -> provision(other));
    }
  }

  @Test
  void makesOneTenantOfManyRequestsAtOnce() throws Exception {
    var made = new ArrayList<Provisioned>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var requests =
          IntStream.range(0, 8)
              .mapToObj(i -> (Callable<Provisioned>) () -> provision(ORDER))
              .toList();
      for (var result : threads.invokeAll(requests)) {
        made.add(result.get());
      }
    }

    assertThat(made).filteredOn(each -> !each.repeated()).hasSize(1);
    assertThat(made.stream().map(each -> List.of(each.tenant(), each.owner())).distinct())
        .hasSize(1);
    assertThat(operations(made.getFirst().tenant().id())).hasSize(1);
  }

  @Test
  void invitesAnotherFirstOwnerOnceTheInvitationIsVoid() {
    var made = provision(ORDER);
    var id = made.tenant().id();
    clock.advance(InvitePerson.OPEN);

    var again = inviteOwner(id, ADA);

    assertThat(storage.invitations().list(id)).containsExactly(again.invitation());
    assertThat(operations(id))
        .containsExactly(Operation.TENANT_PROVISIONED, Operation.OWNER_INVITED);
    assertThat(accept(again.token())).isEqualTo(new Membership(id, Role.OWNER));
    assertThatExceptionOfType(DomainException.OwnerExists.class)
        .isThrownBy(() -> inviteOwner(id, ADA));
    assertThat(operations(id)).hasSize(3);
  }

  @Test
  void letsTheFirstOwnerWhoIsInvitedLastIn() {
    var made = provision(ORDER);
    var id = made.tenant().id();

    var other = inviteOwner(id, new EmailAddress("bob@example.com"));

    assertThatExceptionOfType(DomainException.InvitationInvalid.class)
        .isThrownBy(() -> accept(token(made)));
    assertThat(storage.invitations().list(id)).containsExactly(other.invitation());
    assertThat(accept(other.token())).isEqualTo(new Membership(id, Role.OWNER));
  }

  @Test
  void invitesNoOwnerOfATenantThatGoesOrIsNone() {
    assertThatExceptionOfType(DomainException.NotFound.class)
        .isThrownBy(() -> inviteOwner(TenantId.random(), ADA));
    storage.tenants().change(tenant, new TenantChange.ScheduleDeletion(7), OPERATOR);
    assertThatExceptionOfType(DomainException.TenantConflict.class)
        .isThrownBy(() -> inviteOwner(tenant, ADA));
    storage.tenants().change(tenant, new TenantChange.CancelDeletion(), OPERATOR);
    assertThat(inviteOwner(tenant, ADA).invitation().role()).isEqualTo(Role.OWNER);
    for (int made = 1; made < InvitationRate.MOST; made++) {
      inviteOwner(tenant, ADA);
    }
    assertThatExceptionOfType(DomainException.TooManyInvitations.class)
        .isThrownBy(() -> inviteOwner(tenant, ADA));
    assertThat(storage.invitations().list(tenant)).hasSize(1);
  }

  private Invited inviteOwner(TenantId of, EmailAddress address) {
    return new InvitePerson(storage.invitations(), clock).inviteOwner(of, address, OPERATOR);
  }

  private Membership accept(InvitationToken token) {
    return storage.invitations().accept(token, Actor.person("ada-" + key, null));
  }

  @Test
  void listsAllTenantsInPagesAsTheyAre() {
    storage.tenants().change(tenant, new TenantChange.Edit("Renamed", Plan.PRO), OPERATOR);
    var due = storage.tenants().change(tenant, new TenantChange.ScheduleDeletion(7), OPERATOR);

    var all = new ArrayList<RegisteredTenant>();
    for (var page = page(null); !page.isEmpty(); page = page(page.getLast().id())) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      all.addAll(page);
    }

    assertThat(all)
        .isSortedAccordingTo((one, other) -> one.id().value().compareTo(other.id().value()))
        .contains(RegisteredTenant.Present.of(due));
    assertThat(all.stream().map(RegisteredTenant::id).collect(Collectors.toSet()))
        .contains(tenant, otherTenant)
        .hasSameSizeAs(all);
    assertThat(storage.tenantRegister().find(tenant))
        .hasValueSatisfying(found ->
            assertThat(((RegisteredTenant.Present) found).state())
                .isEqualTo(TenantState.DELETION_SCHEDULED));
    assertThat(storage.tenantRegister().find(TenantId.random())).isEmpty();
  }

  @Test
  void letsAnOperatorReadForAWhile() {
    var made = grant(Duration.ofMinutes(30));

    assertThat(live("grace", tenant)).contains(made);
    assertThat(live("eve", tenant)).isEmpty();
    assertThat(live("grace", otherTenant)).isEmpty();
    storage.operatorGrants().noteUse(tenant, made.id());
    assertThat(storage.operatorGrants().list(tenant)).containsExactly(made.usedAt(TestObjects.NOW));
    clock.advance(Duration.ofMinutes(30));
    assertThat(live("grace", tenant)).isEmpty();

    assertThat(storage.operatorGrants().end(tenant, made.id(), OPERATOR).endedAt()).isNull();
    assertThat(operations(tenant)).containsExactly(Operation.OPERATOR_GRANT_CREATED);
  }

  @Test
  void endsAGrantOnceAndForItsTenantOnly() {
    var grants = storage.operatorGrants();
    var made = grant(Duration.ofMinutes(60));
    assertThatExceptionOfType(DomainException.NotFound.class)
        .isThrownBy(() -> grants.end(otherTenant, made.id(), OPERATOR));
    assertThat(live("grace", tenant)).isPresent();

    var ended = grants.end(tenant, made.id(), OPERATOR);
    clock.advance(Duration.ofMinutes(1));

    assertThat(live("grace", tenant)).isEmpty();
    assertThat(grants.end(tenant, made.id(), OPERATOR)).isEqualTo(ended);
    assertThat(operations(tenant))
        .containsExactly(Operation.OPERATOR_GRANT_CREATED, Operation.OPERATOR_GRANT_ENDED);
  }

  @Test
  void grantsNothingOnATenantThatIsNone() {
    assertThatExceptionOfType(DomainException.NotFound.class)
        .isThrownBy(() ->
            new GrantOperator(storage.operatorGrants(), clock)
                .grant(TenantId.random(), OPERATOR, "Ticket 4711", Duration.ofMinutes(1)));
  }

  private OperatorGrant grant(Duration length) {
    return new GrantOperator(storage.operatorGrants(), clock)
        .grant(tenant, OPERATOR, "Ticket 4711", length);
  }

  private Optional<OperatorGrant> live(String operator, TenantId of) {
    return storage.operatorGrants().findLive(of, new UserId(operator));
  }

  private List<RegisteredTenant> page(TenantId after) {
    return storage.tenantRegister().list(2, after);
  }

  private Provisioned provision(Order order) {
    return provision(order, new byte[32]);
  }

  private Provisioned provision(Order order, byte[]... secrets) {
    return provision(order, null, secrets);
  }

  private Provisioned provision(Order order, @Nullable Mailer mailer, byte[]... secrets) {
    var mail =
        mailer == null
            ? null
            : new InvitationMail(
                mailer, storage.tenants()::find, URI.create("https://console.example.com"));
    var invitations = new InvitePerson(storage.invitations(), clock, mail, failure -> {});
    return new ProvisionTenant(storage.provisioning(), invitations, List.of(secrets), clock)
        .provision(key, order, OPERATOR);
  }

  private static InvitationToken token(Provisioned made) {
    return ((FirstOwner.Invited) made.owner()).token();
  }

  private List<Operation> operations(TenantId of) {
    return storage.audit().entries(of).map(entry -> entry.event().operation()).toList();
  }
}
