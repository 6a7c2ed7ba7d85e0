package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.feedback.Answers;
import io.feedbackplatform.core.feedback.Creation;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.operator.RemoveTenants;
import io.feedbackplatform.core.recount.ForwardingFences;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Mood;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.Question;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeyGrant;
import io.feedbackplatform.core.site.SiteKeyInUse;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items as they were written before tenants had plans, sites challenges, keys dates and feedback
 * scores of spam and of mood, tags and a time zone. They are spelled out, so that they stay what
 * they were.
 */
class FormerItemsIT {

  private static final Actor OPERATOR = Actor.operator("grace", "192.0.2.7");
  private static final Actor OWNER = Actor.person("ada", "192.0.2.8");
  private static final String THEN = "2026-01-02T03:04:05Z";
  private static final Instant MADE = Instant.parse(THEN);

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final TableNames names = TableNames.ofStage("former-" + UUID.randomUUID());
  private final TenantId tenant = TenantId.random();
  private final SiteId site = SiteId.random();
  private final SiteKey key = SiteKey.random();
  private final UserId user = new UserId("ada");
  private final FeedbackId feedback = FeedbackId.next();
  private final Origin origin = new Origin("https://shop-" + UUID.randomUUID() + ".example");

  private DynamoDbClient client;
  private DynamoDbStorage storage;

  @BeforeEach
  void writeAsWasWritten() {
    client = LocalDynamoDb.shared().client();
    LocalDynamoDb.createTables(client, names);
    storage = new DynamoDbStorage(client, names, clock);
    var pk = "T#" + tenant + "#";
    put(
        names.tenants(),
        pk,
        "TENANT",
        Map.of(
            "name", text("Northwind"),
            "writeShards", number(1),
            "retentionDays", number(30),
            "createdAt", text(THEN)));
    put(
        names.tenants(),
        pk,
        "SITE#" + site,
        Map.of(
            "siteId", text(site.value()),
            "name", text("Shop"),
            "origins", AttributeValue.fromL(List.of(text(origin.value()))),
            "accentColor", text("#3B5BDB"),
            "mode", text("auto"),
            "position", text("bottom_right"),
            "createdAt", text(THEN)));
    put(names.tenants(), "O#" + origin, pk + site, Map.of());
    put(
        names.tenants(),
        "K#" + key.value(),
        "-",
        Map.of("tenantId", text(tenant.value()), "siteId", text(site.value())));
    put(
        names.tenants(),
        pk,
        "SITEKEY#" + site + "#" + key.value(),
        Map.of("key", text(key.value())));
    put(
        names.tenants(),
        pk,
        "MEMBER#" + user,
        Map.of(
            "userId", text(user.value()),
            "tenantId", text(tenant.value()),
            "role", text("owner"),
            "since", text(THEN)));
    put(
        names.feedback(),
        pk + "F#0",
        feedback.value(),
        Map.of(
            "siteId", text(site.value()),
            "rating", number(5),
            "message", text("Good coffee."),
            "sentiment", text("positive"),
            "status", text("new"),
            "createdAt", text(THEN),
            "expiresAt", number(TestObjects.NOW.plusSeconds(86_400).getEpochSecond())));
    put(
        names.tenants(),
        pk + "I#" + site + "#order-4711",
        "-",
        Map.of(
            "fingerprint", text("content"),
            "feedbackId", text(feedback.value()),
            "sentiment", text("positive"),
            "createdAt", text(THEN),
            "feedbackExpiresAt", number(TestObjects.NOW.plusSeconds(86_400).getEpochSecond()),
            "expiresAt", number(TestObjects.NOW.plusSeconds(86_400).getEpochSecond())));
  }

  @AfterEach
  void dropTables() {
    for (var table : List.of(names.feedback(), names.analytics(), names.tenants())) {
      client.deleteTable(request -> request.tableName(table));
    }
    client.close();
  }

  @Test
  void keysAreListedAndReplacedAndRevoked() {
    var keys = storage.siteKeys();
    var next = SiteKey.random();
    assertThat(keys.find(key)).contains(new SiteKeyGrant(tenant, site, null));
    assertThat(keys.list(tenant, site)).containsExactly(SiteKeyInUse.made(key, MADE));

    keys.noteUse(tenant, site, key, TestObjects.NOW);
    keys.rotate(tenant, site, key, next, Duration.ofHours(1), OWNER);

    assertThat(keys.list(tenant, site))
        .containsExactly(
            SiteKeyInUse.made(key, MADE)
                .usedAt(TestObjects.NOW)
                .replaced(next, TestObjects.NOW.plus(Duration.ofHours(1))),
            SiteKeyInUse.made(next, TestObjects.NOW));
    keys.revoke(tenant, site, key, OWNER);
    assertThat(keys.find(key)).isEmpty();
    assertThat(keys.list(tenant, site)).extracting(SiteKeyInUse::key).containsExactly(next);
  }

  @Test
  void keysAreReplacedAtOnce() {
    var next = SiteKey.random();

    storage.siteKeys().rotate(tenant, site, key, next, Duration.ZERO, OWNER);

    assertThat(storage.siteKeys().find(key)).isEmpty();
    assertThat(storage.siteKeys().find(next)).isPresent();
  }

  @Test
  void aTenantIsOnTheDefaultPlanAndChanges() {
    assertThat(storage.tenants().find(tenant))
        .hasValueSatisfying(found -> assertThat(found.plan()).isEqualTo(Plan.FREE));

    var changed = storage.tenants().change(tenant, new TenantChange.Edit(null, Plan.PRO), OPERATOR);

    assertThat(storage.tenants().find(tenant)).contains(changed);
    assertThat(storage.tenantRegister().find(tenant))
        .contains(RegisteredTenant.Present.of(changed));
  }

  @Test
  void aSiteAsksForNoChallengeAndChanges() {
    assertThat(storage.sites().list(tenant))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.challenge()).isEqualTo(Challenge.NONE);
          assertThat(found.question()).isEqualTo(Question.RATING);
          assertThat(found.allows(origin)).isTrue();
        });
    assertThat(storage.sites().isListed(origin)).isTrue();
    assertThat(storage.sites().findOwned(tenant, site)).isPresent();

    var changed =
        storage
            .sites()
            .change(tenant, site, former -> former.withChallenge(Challenge.PROOF_OF_WORK), OWNER);

    assertThat(storage.sites().find(tenant, site)).contains(changed);
  }

  @Test
  void aMemberIsOneAndManagesTheTeam() {
    assertThat(storage.members().ofUser(user)).containsExactly(new Membership(tenant, Role.OWNER));
    storage
        .members()
        .add(tenant, new Member(new UserId("bob"), Role.OWNER, TestObjects.NOW), OWNER);

    storage.members().changeRole(tenant, user, Role.ADMIN, OWNER);

    assertThat(storage.members().find(tenant, user))
        .hasValueSatisfying(found -> {
          assertThat(found.role()).isEqualTo(Role.ADMIN);
          assertThat(found.since()).isEqualTo(MADE);
        });
  }

  @Test
  void feedbackHasNoScoreAndChangesItsStatus() {
    assertThat(storage.feedback().list(tenant, FeedbackFilter.NO_SPAM, 10, null).items())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.spam()).isEqualTo(SpamScore.NONE);
          assertThat(found.overQuota()).isFalse();
          assertThat(found.submission().answers()).isEqualTo(Answers.rating(5));
          assertThat(found.mood()).isEqualTo(Mood.of(Assessment.of(Sentiment.POSITIVE)));
          assertThat(found.zone()).isEqualTo(ZoneId.of("UTC"));
          assertThat(found.tags()).isEmpty();
        });

    var changed = storage.feedback().changeStatus(tenant, feedback, Status.SPAM, OWNER);

    assertThat(storage.feedback().find(tenant, feedback)).contains(changed);
  }

  /** Counters knew no versions, and kept to themselves what expired. */
  @Test
  void whatExpiredStaysCounted() {
    for (var bucket : List.of("total", "M#2026-01", "D#2026-01-02", "H#2026-01-02T03")) {
      put(
          names.analytics(),
          "T#" + tenant + "#A#all",
          bucket,
          Map.of(
              "total", number(41),
              "rated5", number(41),
              "positive", number(41),
              "updatedAt", text(THEN)));
    }
    var pass = new Patience(Duration.ofMillis(1), Duration.ofSeconds(10));

    var report =
        new RecountTenant(storage.recounts(), storage.sites(), ForwardingFences.open(), pass)
            .recount(tenant, true, () -> true);

    assertThat(report.isExact()).isTrue();
    assertThat(report.drift())
        .extracting(drift -> drift.key().scope())
        .containsOnly(new Scope.Site(site));
    var total = new CounterKey(new Scope.Tenant(), new Bucket.Total());
    assertThat(storage.recounts().counters(tenant, Set.of(), () -> true))
        .filteredOn(counter -> counter.key().equals(total))
        .singleElement()
        .satisfies(counter -> {
          assertThat(counter.counts().total()).isEqualTo(41);
          assertThat(counter.expired().total()).isEqualTo(40);
          assertThat(counter.version()).isEqualTo(1);
        });
  }

  /** Counters knew of no opened forms; those that came before anybody counted them are there. */
  @Test
  void formsThatWereOpenedAreCountedWithTheNextRecount() {
    put(
        names.feedback(),
        "T#" + tenant + "#O#0",
        "0123456789abcdefghijklmnop",
        Map.of(
            "siteId", text(site.value()),
            "createdAt", text(TestObjects.NOW.toString()),
            "expiresAt", number(TestObjects.NOW.plusSeconds(86_400).getEpochSecond())));
    for (var bucket : List.of("total", "M#2026-01", "D#2026-01-02", "H#2026-01-02T03")) {
      put(
          names.analytics(),
          "T#" + tenant + "#A#all",
          bucket,
          Map.of(
              "total", number(1),
              "rated5", number(1),
              "positive", number(1),
              "version", number(7),
              "updatedAt", text(THEN)));
    }
    var pass = new Patience(Duration.ofMillis(1), Duration.ofSeconds(10));

    var report =
        new RecountTenant(storage.recounts(), storage.sites(), ForwardingFences.open(), pass)
            .recount(tenant, true, () -> true);

    assertThat(report.isExact()).isTrue();
    assertThat(report.items()).isEqualTo(1);
    var total = storage.analytics().totals(tenant, new Scope.Tenant()).counts();
    assertThat(total.total()).isEqualTo(1);
    assertThat(total.opened()).isEqualTo(1);
    assertThat(total.sent()).isZero();
  }

  @Test
  void aPromiseIsKept() {
    var again = TestObjects.feedback(site);

    var recalled =
        storage
            .feedback()
            .recall(tenant, again, TestObjects.idempotency(site, "order-4711", "content"));

    assertThat(recalled)
        .hasValueSatisfying(creation ->
            assertThat(((Creation.Repeated) creation).first().id()).isEqualTo(feedback));
  }

  @Test
  void allOfItIsRemovedWithItsTenant() {
    storage.tenants().change(tenant, new TenantChange.ScheduleDeletion(30), OPERATOR);
    var removal = new RemoveTenants(storage.tenantRemovals());
    for (int day = 0; day < 40; day++) {
      clock.advance(Duration.ofDays(1));
      removal.run(() -> true);
    }

    assertThat(storage.tenants().find(tenant)).isEmpty();
    assertThat(storage.siteKeys().find(key)).isEmpty();
    assertThat(storage.sites().isListed(origin)).isFalse();
    assertThat(storage.members().ofUser(user)).isEmpty();
  }

  private void put(String table, String pk, String sk, Map<String, AttributeValue> rest) {
    var item = new HashMap<>(rest);
    item.put("pk", text(pk));
    item.put("sk", text(sk));
    client.putItem(request -> request.tableName(table).item(item));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
