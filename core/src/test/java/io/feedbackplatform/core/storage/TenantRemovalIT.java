package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.apikey.IssuedApiKey;
import io.feedbackplatform.core.apikey.Peppers;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.feedback.IdempotencyKey;
import io.feedbackplatform.core.feedback.IdempotencyRecord;
import io.feedbackplatform.core.feedback.NoteOpenedForm;
import io.feedbackplatform.core.feedback.SubmitFeedback;
import io.feedbackplatform.core.limit.BucketId;
import io.feedbackplatform.core.limit.Rate;
import io.feedbackplatform.core.limit.RateLimiter;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.member.InvitePerson.Invited;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.GrantOperator;
import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.operator.RemoveTenants;
import io.feedbackplatform.core.operator.RemoveTenants.Report;
import io.feedbackplatform.core.proof.ProofOfWork;
import io.feedbackplatform.core.proof.SpentChallenge;
import io.feedbackplatform.core.quota.Notice;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TenantRemovalIT {

  private static final Actor OPERATOR = Actor.operator("grace", "192.0.2.7");
  private static final Duration GRACE = Duration.ofDays(30);

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final TableNames names = TableNames.ofStage("removal-" + UUID.randomUUID());

  private DynamoDbClient client;
  private DynamoDbStorage storage;
  private RemoveTenants removal;
  private Filled doomed;
  private Filled other;

  /** A tenant with one of everything, and more feedback than a batch takes. */
  private record Filled(
      TenantId id,
      SiteId site,
      SiteKey siteKey,
      String origin,
      UserId user,
      IssuedApiKey key,
      Invited invited) {}

  @BeforeEach
  void fillTwoTenants() {
    client = LocalDynamoDb.shared().client();
    LocalDynamoDb.createTables(client, names);
    storage = new DynamoDbStorage(client, names, clock);
    removal = new RemoveTenants(storage.tenantRemovals());
    doomed = fill();
    other = fill();
  }

  @AfterEach
  void dropTables() {
    for (var table : tables()) {
      client.deleteTable(request -> request.tableName(table));
    }
    client.close();
  }

  @Test
  void removesEverythingOfATenantAndNothingOfAnother() {
    var before = mentioning(other.id());
    schedule();
    var all = mentioning(doomed.id());
    clock.advance(GRACE.minusMillis(1));
    assertThat(removal.run(() -> true)).isEqualTo(new Report(0, 0));
    assertThat(mentioning(doomed.id())).isEqualTo(all);
    clock.advance(Duration.ofMillis(1));

    assertThat(removal.run(() -> true)).isEqualTo(new Report(0, 1));
    assertThat(mentioning(doomed.id()))
        .hasSize(all.size() - 34)
        .noneMatch(key -> key.contains("#F#") || key.contains("#O#"));
    assertThat(storage.siteKeys().find(doomed.siteKey())).isPresent();
    // A record of the stream that comes as late as it can.
    clock.advance(Duration.ofHours(24).minusMillis(1));
    count(doomed.id(), doomed.site());
    clock.advance(Duration.ofMillis(1));
    assertThat(removal.run(() -> true)).isEqualTo(new Report(0, 1));
    assertThat(mentioning(doomed.id())).noneMatch(key -> key.contains("#A#"));
    assertThat(storage.tenants().find(doomed.id())).isPresent();
    clock.advance(Duration.ofDays(6));
    assertThat(removal.run(() -> true)).isEqualTo(new Report(1, 0));

    assertThat(mentioning(other.id())).isEqualTo(before);
    expire();
    assertThat(mentioning(doomed.id())).containsExactly("R#TENANTS " + doomed.id());
    assertThat(storage.tenantRegister().find(doomed.id()))
        .contains(
            new RegisteredTenant.Removed(
                doomed.id(), OPERATOR.id(), TestObjects.NOW, clock.instant()));
    assertThat(storage.siteKeys().find(doomed.siteKey())).isEmpty();
    assertThat(storage.apiKeys().lookUp(doomed.key().key().id())).isEmpty();
    assertThat(storage.sites().isListed(new Origin(doomed.origin()))).isFalse();
    assertThat(storage.members().ofUser(doomed.user())).isEmpty();
    assertThatExceptionOfType(DomainException.InvitationInvalid.class)
        .isThrownBy(() ->
            storage.invitations().accept(doomed.invited().token(), Actor.person("eve", null)));
    assertThat(removal.run(() -> true)).isEqualTo(new Report(0, 0));
  }

  /** Else a kind that nobody thought of would be missing from the proof, too. */
  @Test
  void isTriedWithEveryKindOfPartition() {
    schedule();

    assertThat(mentioning(doomed.id()))
        .extracting(key -> key.replaceAll("^(T#)\\w+(#[A-Z]*)[ #].*|^([A-Z]+#).*", "$1$2$3"))
        .containsOnly(
            "T##F",
            "T##O",
            "T##A",
            "T##L",
            "T##AUDIT",
            "T##I",
            "T##P",
            "T##R",
            "T##",
            "AK#",
            "K#",
            "O#",
            "R#",
            "V#");
  }

  @Test
  void removesNothingOfATenantWhoseDeletionWasCancelled() {
    schedule();
    clock.advance(GRACE);
    var removals = storage.tenantRemovals();
    assertThat(removals.due()).containsExactly(doomed.id());
    storage.tenants().change(doomed.id(), new TenantChange.CancelDeletion(), OPERATOR);
    var before = mentioning(doomed.id());

    assertThat(removals.begin(doomed.id())).isFalse();
    assertThat(removal.run(() -> true)).isEqualTo(new Report(0, 0));

    assertThat(mentioning(doomed.id())).isEqualTo(before);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> removals.removeSome(doomed.id()));
  }

  @Test
  void cannotBeCancelledOnceItBegan() {
    schedule();
    clock.advance(GRACE);
    assertThat(storage.tenantRemovals().begin(doomed.id())).isTrue();

    assertThatExceptionOfType(DomainException.TenantConflict.class)
        .isThrownBy(() ->
            storage.tenants().change(doomed.id(), new TenantChange.CancelDeletion(), OPERATOR));
  }

  @Test
  void goesOnWhereItWasStopped() {
    schedule();
    clock.advance(GRACE);
    int runs = 0;

    for (var report = new Report(0, 1); report.unfinished() > 0; runs++) {
      var steps = new AtomicInteger(2);
      report = removal.run(() -> steps.getAndDecrement() > 0);
      clock.advance(Duration.ofHours(24));
    }

    assertThat(runs).isGreaterThan(3);
    expire();
    assertThat(mentioning(doomed.id())).containsExactly("R#TENANTS " + doomed.id());
  }

  private void schedule() {
    storage.tenants().change(doomed.id(), new TenantChange.ScheduleDeletion(30), OPERATOR);
  }

  private Filled fill() {
    var tenant = TestObjects.tenant(2);
    var id = tenant.id();
    storage.tenants().create(tenant);
    var origin = "https://shop-" + UUID.randomUUID() + ".example";
    var site = TestObjects.site(origin);
    storage.sites().save(id, site, Actor.platform());
    var siteKey = SiteKey.random();
    storage.siteKeys().issue(id, site.id(), siteKey, Actor.platform());
    var user = new UserId(UUID.randomUUID().toString());
    storage.members().add(id, new Member(user, Role.OWNER, TestObjects.NOW), Actor.platform());
    var key =
        new IssueApiKey(storage.apiKeys(), new Peppers(List.of(new byte[32])), clock)
            .issue(id, OPERATOR, "ERP", Set.of(ApiKeyScope.FEEDBACK_READ), null);
    var invited =
        new InvitePerson(storage.invitations(), clock)
            .invite(id, new EmailAddress("ada@example.com"), Role.AGENT, OPERATOR);
    new GrantOperator(storage.operatorGrants(), clock)
        .grant(id, OPERATOR, "Ticket 4711", Duration.ofMinutes(5));
    for (int i = 0; i < 30; i++) {
      storage.feedback().create(id, TestObjects.feedback(site.id()), null);
    }
    for (int i = 0; i < 3; i++) {
      new NoteOpenedForm(storage.openedForms(), clock).note(tenant, site.id());
    }
    storage
        .feedback()
        .create(
            id,
            TestObjects.feedback(site.id()),
            new IdempotencyRecord(
                site.id(),
                new IdempotencyKey("order-4711"),
                "content",
                clock.instant().plus(SubmitFeedback.IDEMPOTENCY_RETENTION)),
            new SpentChallenge(
                site.id(),
                "0123abcd",
                clock.instant(),
                clock.instant().plus(ProofOfWork.LIFETIME)));
    new RateLimiter(
            storage.buckets(), new ConcurrentHashMap<>(), clock, failure -> fail("away", failure))
        .take(new BucketId(id, "team"), new Rate(1, Duration.ofSeconds(1), 1, 1));
    storage.notices().record(id, YearMonth.of(2026, 11), new Notice(80, clock.instant()));
    count(id, site.id());
    return new Filled(id, site.id(), siteKey, origin, user, key, invited);
  }

  /** As the aggregator does, which keeps a ledger. */
  private void count(TenantId tenant, SiteId site) {
    var one = Counts.ofOne(5, Sentiment.POSITIVE);
    var total = new Bucket.Total();
    var day = new Bucket.Day(LocalDate.of(2026, 11, 22));
    storage
        .counters()
        .count(
            tenant,
            List.of(
                new CountedEvent(
                    UUID.randomUUID().toString(),
                    clock.instant(),
                    Stream.of(
                            new CounterKey(new Scope.Tenant(), total),
                            new CounterKey(new Scope.Site(site), total),
                            new CounterKey(new Scope.Category("delivery"), day),
                            new CounterKey(new Scope.Tag("late"), day))
                        .map(key -> CounterChange.counted(key, one))
                        .toList())));
  }

  /** What DynamoDB does by itself, sooner or later. */
  private void expire() {
    for (var table : tables()) {
      client.scanPaginator(scan -> scan.tableName(table)).items().stream()
          .filter(item ->
              item.containsKey("expiresAt")
                  && Long.parseLong(item.get("expiresAt").n()) <= clock.instant().getEpochSecond())
          .forEach(item ->
              client.deleteItem(request ->
                  request
                      .tableName(table)
                      .key(Map.of("pk", item.get("pk"), "sk", item.get("sk")))));
    }
  }

  private List<String> tables() {
    return List.of(names.feedback(), names.analytics(), names.tenants());
  }

  /** The keys of all items that name the tenant anywhere. */
  private List<String> mentioning(TenantId tenant) {
    var found = new ArrayList<String>();
    for (var table : tables()) {
      client.scanPaginator(scan -> scan.tableName(table)).items().stream()
          .filter(item -> item.toString().contains(tenant.value()))
          .map(item -> item.get("pk").s() + " " + item.get("sk").s())
          .sorted()
          .forEach(found::add);
    }
    return found;
  }
}
