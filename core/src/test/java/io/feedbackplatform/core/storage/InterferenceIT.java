package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.feedback.FeedbackEdit;
import io.feedbackplatform.core.mail.Mail;
import io.feedbackplatform.core.member.InvitationMail;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.GrantOperator;
import io.feedbackplatform.core.operator.OperatorGrant;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What becomes of a call when something comes between its steps. */
class InterferenceIT {

  private static final TableNames NAMES = TableNames.ofStage("interference-it");
  private static final Actor OPERATOR = Actor.operator("grace", "192.0.2.7");
  private static final EmailAddress EMAIL = new EmailAddress("ada@example.com");
  private static final Duration GRACE = Duration.ofDays(30);

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final List<DynamoDbClient> clients = new ArrayList<>();
  private final Actor owner = Actor.person(UUID.randomUUID().toString(), null);

  private DynamoDbStorage storage;
  private TenantId tenant;

  @BeforeAll
  static void createTables() {
    try (var administrator = LocalDynamoDb.shared().client()) {
      LocalDynamoDb.createTables(administrator, NAMES);
    }
  }

  @BeforeEach
  void createATenant() {
    storage = interferedBy(new Meanwhile(request -> false, () -> {}));
    var created = TestObjects.tenant();
    tenant = created.id();
    storage.tenants().create(created);
    storage
        .members()
        .add(
            tenant,
            new Member(new UserId(owner.id()), Role.OWNER, TestObjects.NOW),
            Actor.platform());
  }

  @AfterEach
  void close() {
    clients.forEach(DynamoDbClient::close);
  }

  @Test
  void refusesALinkThatIsReplacedWhileItIsAccepted() {
    var inviting = new InvitePerson(storage.invitations(), clock);
    var first = inviting.invite(tenant, EMAIL, Role.AGENT, owner);
    var renewed = new ArrayList<InvitePerson.Invited>();
    var late =
        interferedBy(
            before(
                changeIn("T#" + tenant),
                () -> renewed.add(inviting.again(tenant, first.invitation().id(), owner))));
    var guest = Actor.person(UUID.randomUUID().toString(), null);

    assertThatExceptionOfType(DomainException.InvitationInvalid.class)
        .isThrownBy(() -> late.invitations().accept(first.token(), guest));

    assertThat(storage.members().find(tenant, new UserId(guest.id()))).isEmpty();
    assertThat(storage.invitations().accept(renewed.getFirst().token(), guest).tenant())
        .isEqualTo(tenant);
  }

  @Test
  void letsAPersonSpeakJustBeforeAProgramDoes() {
    var feedback = TestObjects.feedback(SiteId.random());
    storage.feedback().create(tenant, feedback, null);
    var late =
        interferedBy(
            before(
                UpdateItemRequest.class::isInstance,
                () ->
                    storage
                        .feedback()
                        .change(
                            tenant,
                            feedback.id(),
                            FeedbackEdit.correct(Sentiment.NEUTRAL),
                            owner)));

    boolean assessed =
        late.feedback()
            .assess(
                tenant,
                feedback.id(),
                new Assessment(Sentiment.NEGATIVE, -1, List.of(), Source.COMPREHEND));

    assertThat(assessed).isFalse();
    assertThat(storage.feedback().find(tenant, feedback.id()))
        .contains(feedback.corrected(Sentiment.NEUTRAL));
  }

  @Test
  void answersAnInvitationThatIsMailedThoughThatCannotBeNoted() {
    var away = new IllegalStateException("DynamoDB is away");
    var failing =
        interferedBy(
            before(
                UpdateItemRequest.class::isInstance,
                () -> {
                  throw away;
                }));
    var sent = new ArrayList<Mail>();
    var failures = new ArrayList<RuntimeException>();
    var mail =
        new InvitationMail(
            (to, letter) -> sent.add(letter),
            storage.tenants()::find,
            URI.create("https://console.example.com"));

    var invited =
        new InvitePerson(failing.invitations(), clock, mail, failures::add)
            .invite(tenant, EMAIL, Role.AGENT, owner);

    assertThat(sent).hasSize(1);
    assertThat(failures).containsExactly(away);
    assertThat(invited.invitation().mailedAt()).isNotNull();
    assertThat(storage.invitations().list(tenant))
        .singleElement()
        .extracting(open -> open.id())
        .isEqualTo(invited.invitation().id());
  }

  @Test
  void changesNothingOfATenantThatIsBeingRemoved() {
    schedule();
    var granted = grant(storage);
    remove();

    conflicts(
        () -> storage.tenants().change(tenant, new TenantChange.Edit("Renamed", null), OPERATOR));
    conflicts(() -> grant(storage));
    conflicts(() -> storage.operatorGrants().end(tenant, granted.id(), OPERATOR));

    assertThat(storage.operatorGrants().list(tenant)).containsExactly(granted);
  }

  @Test
  void grantsNothingWhenTheRemovalBeginsMeanwhile() {
    schedule();
    var late = interferedBy(before(TransactWriteItemsRequest.class::isInstance, this::remove));

    conflicts(() -> grant(late));

    assertThat(storage.operatorGrants().list(tenant)).isEmpty();
  }

  @Test
  void endsNoGrantWhenTheRemovalBeginsMeanwhile() {
    schedule();
    var granted = grant(storage);
    var late = interferedBy(before(TransactWriteItemsRequest.class::isInstance, this::remove));

    conflicts(() -> late.operatorGrants().end(tenant, granted.id(), OPERATOR));

    assertThat(storage.operatorGrants().list(tenant)).containsExactly(granted);
  }

  private void schedule() {
    storage.tenants().change(tenant, new TenantChange.ScheduleDeletion(30), OPERATOR);
    clock.advance(GRACE);
  }

  private void remove() {
    assertThat(storage.tenantRemovals().begin(tenant)).isTrue();
  }

  private OperatorGrant grant(DynamoDbStorage by) {
    return new GrantOperator(by.operatorGrants(), clock)
        .grant(tenant, OPERATOR, "Ticket 4711", Duration.ofMinutes(5));
  }

  private static void conflicts(ThrowingCallable change) {
    assertThatThrownBy(change).isInstanceOf(DomainException.TenantConflict.class);
  }

  /** A read of the head of the audit, with which a change begins. */
  private static Predicate<SdkRequest> changeIn(String partition) {
    return request ->
        request instanceof GetItemRequest get && get.key().get("pk").s().startsWith(partition);
  }

  private static Meanwhile before(Predicate<SdkRequest> first, Runnable deed) {
    return new Meanwhile(first, deed);
  }

  private DynamoDbStorage interferedBy(Meanwhile meanwhile) {
    var client =
        LocalDynamoDb.shared()
            .clientBuilder()
            .overrideConfiguration(
                configuration -> configuration.addExecutionInterceptor(meanwhile))
            .build();
    clients.add(client);
    return new DynamoDbStorage(client, NAMES, clock);
  }
}
