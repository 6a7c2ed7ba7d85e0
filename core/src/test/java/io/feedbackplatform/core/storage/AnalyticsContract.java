package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CountedPeriod;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.analytics.Totals;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class AnalyticsContract extends StorageContract {

  private static final Scope ALL = new Scope.Tenant();
  private static final Counts FIVE_STARS = Counts.ofOne(5, Sentiment.POSITIVE);
  private static final Counts ONE_STAR = Counts.ofOne(1, Sentiment.NEGATIVE);

  private final SiteId site = SiteId.random();

  @Test
  void startsAtZero() {
    assertThat(storage.analytics().totals(tenant, ALL)).isEqualTo(new Totals(Counts.ZERO, null));
    assertThat(series(tenant, Granularity.DAY, "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"))
        .isEmpty();
  }

  @Test
  void countsPerTenantPerSiteAndPerPeriod() {
    var otherSite = SiteId.random();

    storage.counters().count(tenant, List.of(submitted(site, 5), submitted(otherSite, 1)));

    assertThat(storage.analytics().totals(tenant, ALL))
        .isEqualTo(new Totals(FIVE_STARS.plus(ONE_STAR), TestObjects.NOW));
    assertThat(storage.analytics().totals(tenant, new Scope.Site(site)).counts())
        .isEqualTo(FIVE_STARS);
    assertThat(storage.analytics().totals(tenant, new Scope.Site(otherSite)).counts())
        .isEqualTo(ONE_STAR);
    for (var granularity : Granularity.values()) {
      assertThat(series(tenant, granularity, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"))
          .containsExactly(
              new CountedPeriod(granularity.startOf(TestObjects.NOW), FIVE_STARS.plus(ONE_STAR)));
    }
  }

  @Test
  void countsForTheTenantOnly() {
    storage.counters().count(tenant, List.of(submitted(site, 5)));

    assertThat(storage.analytics().totals(otherTenant, ALL).counts()).isEqualTo(Counts.ZERO);
    assertThat(storage.analytics().totals(otherTenant, new Scope.Site(site)).counts())
        .isEqualTo(Counts.ZERO);
    assertThat(series(otherTenant, Granularity.DAY, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"))
        .isEmpty();
    assertThat(storage.analytics().totals(tenant, ALL).counts()).isEqualTo(FIVE_STARS);
  }

  @Test
  void countsAnEventOnceHoweverOftenItIsGiven() {
    var first = submitted(site, 5);
    var second = submitted(site, 1);

    storage.counters().count(tenant, List.of(first, first));
    storage.counters().count(tenant, List.of(first, second));
    storage.counters().count(tenant, List.of(second, first));

    assertThat(storage.analytics().totals(tenant, ALL).counts())
        .isEqualTo(FIVE_STARS.plus(ONE_STAR));
  }

  @Test
  void countsMoreEventsThanOneTransactionHolds() {
    var events = IntStream.range(0, 250).mapToObj(i -> submitted(SiteId.random(), 5)).toList();

    storage.counters().count(tenant, events.subList(100, 130));
    storage.counters().count(tenant, events);

    assertThat(storage.analytics().totals(tenant, ALL).counts().fives()).isEqualTo(250);
  }

  @Test
  void countsBackWhatIsDeletedOrMovedToSpam() {
    var kept = TestObjects.feedback(site, 5, Sentiment.POSITIVE, Status.NEW);
    var deleted = TestObjects.feedback(site, 1, Sentiment.NEGATIVE, Status.NEW);
    var spam = TestObjects.feedback(site, 5, Sentiment.POSITIVE, Status.SPAM);

    storage
        .counters()
        .count(
            tenant,
            List.of(
                event(new FeedbackChange.Created(tenant, kept)),
                event(new FeedbackChange.Created(tenant, deleted)),
                event(new FeedbackChange.Updated(tenant, kept, spam)),
                event(new FeedbackChange.Deleted(tenant, deleted)),
                event(new FeedbackChange.Updated(tenant, spam, kept))));

    assertThat(storage.analytics().totals(tenant, ALL).counts()).isEqualTo(FIVE_STARS);
  }

  @Test
  void keepsCountingWhatExpired() {
    var feedback = TestObjects.feedback(site, 5, Sentiment.POSITIVE, Status.NEW);

    storage
        .counters()
        .count(
            tenant,
            List.of(
                event(new FeedbackChange.Created(tenant, feedback)),
                event(new FeedbackChange.Expired(tenant, feedback))));

    assertThat(storage.analytics().totals(tenant, ALL).counts()).isEqualTo(FIVE_STARS);
  }

  @Test
  void readsASeriesFromItsFirstBucketToBeforeItsEnd() {
    for (var day : List.of("2026-11-01", "2026-11-02", "2026-11-03")) {
      var start = Instant.parse(day + "T00:00:00Z");
      var key = new CounterKey(ALL, new Bucket.Period(Granularity.DAY, start));
      storage
          .counters()
          .count(
              tenant,
              List.of(new CountedEvent(UUID.randomUUID().toString(), Map.of(key, FIVE_STARS))));
    }

    assertThat(series(tenant, Granularity.DAY, "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z"))
        .extracting(CountedPeriod::start)
        .containsExactly(Instant.parse("2026-11-02T00:00:00Z"));
    assertThat(series(tenant, Granularity.DAY, "2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z"))
        .isEmpty();
  }

  private List<CountedPeriod> series(TenantId of, Granularity granularity, String from, String to) {
    return storage.analytics().series(of, ALL, granularity, Instant.parse(from), Instant.parse(to));
  }

  private CountedEvent submitted(SiteId at, int rating) {
    var sentiment = rating > 3 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
    return event(
        new FeedbackChange.Created(
            tenant, TestObjects.feedback(at, rating, sentiment, Status.NEW)));
  }

  private static CountedEvent event(FeedbackChange change) {
    return new CountedEvent(UUID.randomUUID().toString(), change.difference());
  }
}
