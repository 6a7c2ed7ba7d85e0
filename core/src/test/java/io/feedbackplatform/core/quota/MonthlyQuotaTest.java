package io.feedbackplatform.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.IdempotencyKey;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.SubmitFeedback;
import io.feedbackplatform.core.limit.Plans;
import io.feedbackplatform.core.proof.ProofOfWork;
import io.feedbackplatform.core.sentiment.LexiconSentimentAnalyzer;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantSettings;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonthlyQuotaTest {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final Plans PLANS = Plans.changed("free.monthly-feedback=10");

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final Storage storage = new InMemoryStorage(clock);
  private final List<RuntimeException> failures = new ArrayList<>();
  private final MonthlyQuota quota = quota(storage.analytics());
  private final Tenant tenant = TestObjects.tenant().on(Plan.FREE);
  private final SiteId site = SiteId.random();
  private final SubmitFeedback submissions =
      new SubmitFeedback(
          storage.feedback(),
          new LexiconSentimentAnalyzer(),
          new ProofOfWork(new byte[32], clock),
          quota,
          clock);

  private MonthlyQuota quota(AnalyticsStore analytics) {
    return new MonthlyQuota(
        analytics, storage.notices(), PLANS, clock, new ConcurrentHashMap<>(), failures::add);
  }

  private Feedback submit(@Nullable String key) {
    return submissions
        .submit(
            tenant,
            site,
            TestObjects.submission(4, "Good."),
            key == null ? null : new IdempotencyKey(key))
        .feedback();
  }

  /** As the stream of changes does it, a moment later. */
  private void counted(int pieces, Status status) {
    for (int i = 0; i < pieces; i++) {
      counted(TestObjects.feedback(site, 5, Sentiment.POSITIVE, status));
    }
  }

  private void counted(Feedback feedback) {
    var change = new FeedbackChange.Created(tenant.id(), feedback);
    storage
        .counters()
        .count(tenant.id(), List.of(change.event(UUID.randomUUID().toString(), null)));
  }

  private void forget() {
    clock.advance(Duration.ofSeconds(15));
  }

  @Test
  void marksWhatIsBeyondAndKeepsIt() {
    counted(9, Status.NEW);

    var last = submit(null);
    var beyond = submit(null);

    assertThat(last.overQuota()).isFalse();
    assertThat(beyond.overQuota()).isTrue();
    assertThat(storage.feedback().find(tenant.id(), beyond.id())).hasValue(beyond);
  }

  @Test
  void countsARepeatedRequestOnce() {
    counted(8, Status.NEW);

    for (int i = 0; i < 20; i++) {
      assertThat(submit("the-same").overQuota()).isFalse();
    }
    assertThat(submit(null).overQuota()).isFalse();
    assertThat(submit(null).overQuota()).isTrue();
  }

  @Test
  void countsNoSpam() {
    counted(9, Status.NEW);
    counted(50, Status.SPAM);

    assertThat(quota.isUsedUp(tenant)).isFalse();
    assertThat(quota.usage(tenant)).isEqualTo(new Usage(NOVEMBER, 9, 10));
  }

  @Test
  void looksAtTheCountersAgainAfterAWhile() {
    assertThat(quota.isUsedUp(tenant)).isFalse();
    counted(10, Status.NEW);

    assertThat(quota.isUsedUp(tenant)).isFalse();
    forget();
    assertThat(quota.isUsedUp(tenant)).isTrue();
  }

  @Test
  void tellsOfEachShareOnce() {
    counted(7, Status.NEW);
    quota.isUsedUp(tenant);
    assertThat(storage.notices().list(tenant.id(), NOVEMBER)).isEmpty();

    counted(1, Status.NEW);
    forget();
    quota.isUsedUp(tenant);
    var most = new Notice(80, clock.instant());
    assertThat(storage.notices().list(tenant.id(), NOVEMBER)).containsExactly(most);

    counted(2, Status.NEW);
    forget();
    quota.isUsedUp(tenant);
    var all = new Notice(100, clock.instant());
    forget();
    quota.isUsedUp(tenant);
    quota(storage.analytics()).usage(tenant);
    assertThat(storage.notices().list(tenant.id(), NOVEMBER)).containsExactly(most, all);
  }

  @Test
  void beginsAnewWithEachMonthOfUtc() {
    counted(10, Status.NEW);
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-30T23:59:59.999Z")));
    assertThat(quota.isUsedUp(tenant)).isTrue();

    clock.advance(Duration.ofMillis(1));

    assertThat(quota.isUsedUp(tenant)).isFalse();
    assertThat(quota.usage(tenant)).isEqualTo(new Usage(NOVEMBER.plusMonths(1), 0, 10));
    counted(
        TestObjects.feedback(
            FeedbackId.next(),
            site,
            TestObjects.submission(1, null),
            Sentiment.NEGATIVE,
            Status.NEW,
            SpamScore.NONE,
            clock.instant(),
            null));
    assertThat(quota.usage(tenant).feedback()).isEqualTo(1);
  }

  @Test
  void followsThePlanAndNobodyElse() {
    counted(10, Status.NEW);

    assertThat(quota.isUsedUp(tenant)).isTrue();
    assertThat(quota.isUsedUp(tenant.on(Plan.PRO))).isFalse();
    assertThat(quota.isUsedUp(TestObjects.tenant().on(Plan.FREE))).isFalse();
  }

  @Test
  void marksNothingWhenTheCountersAreAway() {
    var unaware = quota(unreachable(AnalyticsStore.class));
    for (int second = 0; second < 5; second++) {
      assertThat(unaware.isUsedUp(tenant)).isFalse();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(failures).as("asked once in five seconds").hasSize(1);
    assertThat(unaware.isUsedUp(tenant)).isFalse();
    assertThat(failures).hasSize(2);
  }

  @Test
  void marksThoughNobodyCanBeTold() {
    counted(10, Status.NEW);
    var quota =
        new MonthlyQuota(
            storage.analytics(),
            unreachable(Notices.class),
            PLANS,
            clock,
            new ConcurrentHashMap<>(),
            failures::add);

    assertThat(quota.isUsedUp(tenant)).isTrue();
    assertThat(quota.usage(tenant).feedback()).isEqualTo(10);
    assertThat(failures).isNotEmpty();
  }

  private static <T> T unreachable(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("away");
            }));
  }

  @Test
  void saysWholePercent() {
    assertThat(new Usage(NOVEMBER, 999, 1000).percent()).isEqualTo(99);
    assertThat(new Usage(NOVEMBER, 1500, 1000).percent()).isEqualTo(150);
  }

  @Test
  void beginsAMonthByTheTenantsClocks() {
    var apia =
        TestObjects.tenant()
            .with(new TenantSettings(ZoneId.of("Pacific/Apia"), SentimentBy.LEXICON));
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-30T11:30:00Z")));

    assertThat(quota.usage(apia).month()).isEqualTo(YearMonth.of(2026, 12));
    assertThat(quota.usage(tenant).month()).isEqualTo(NOVEMBER);
  }
}
