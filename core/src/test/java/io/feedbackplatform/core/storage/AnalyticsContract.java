package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.FacetCounts;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.OutOfTime;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.analytics.Totals;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class AnalyticsContract extends StorageContract {

  private static final Scope ALL = new Scope.Tenant();
  private static final Counts FIVE_STARS = Counts.ofOne(5, Sentiment.POSITIVE);
  private static final Counts ONE_STAR = Counts.ofOne(1, Sentiment.NEGATIVE);

  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate TO = LocalDate.of(2027, 1, 1);

  private final SiteId site = SiteId.random();

  @Test
  void startsAtZero() {
    assertThat(storage.analytics().totals(tenant, ALL)).isEqualTo(new Totals(Counts.ZERO, null));
    assertThat(everyDay(tenant, ALL)).isEmpty();
    assertThat(storage.analytics().facets(tenant, Facet.CATEGORY, FROM, TO))
        .isEqualTo(new FacetCounts(Map.of(), true));
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
    var both = FIVE_STARS.plus(ONE_STAR);
    assertThat(everyHour(tenant)).isEqualTo(Map.of(Instant.parse("2026-11-22T17:00:00Z"), both));
    assertThat(everyDay(tenant, ALL)).isEqualTo(Map.of(LocalDate.of(2026, 11, 22), both));
    assertThat(everyMonth(tenant)).isEqualTo(Map.of(YearMonth.of(2026, 11), both));
  }

  @Test
  void glancesAtTheTotalAndADayWithTheirVersions() {
    var day = LocalDate.of(2026, 11, 22);
    var none = storage.analytics().glance(tenant, day);
    assertThat(none.total().version()).isZero();
    assertThat(none.day().counts()).isEqualTo(Counts.ZERO);

    storage.counters().count(tenant, List.of(submitted(site, 5)));
    var once = storage.analytics().glance(tenant, day);
    storage.counters().count(tenant, List.of(submitted(site, 1)));
    var twice = storage.analytics().glance(tenant, day);

    assertThat(once.total().counts()).isEqualTo(FIVE_STARS);
    assertThat(twice.total().counts()).isEqualTo(FIVE_STARS.plus(ONE_STAR));
    assertThat(twice.day().counts()).isEqualTo(FIVE_STARS.plus(ONE_STAR));
    assertThat(twice.total().version()).isGreaterThan(once.total().version());
    assertThat(twice.day().version()).isGreaterThan(once.day().version());
    assertThat(storage.analytics().glance(tenant, day.plusDays(1)).day().version()).isZero();
    assertThat(storage.analytics().glance(otherTenant, day).total().version()).isZero();
  }

  @Test
  void countsForTheTenantOnly() {
    storage.counters().count(tenant, List.of(submitted(site, 5)));

    assertThat(storage.analytics().totals(otherTenant, ALL).counts()).isEqualTo(Counts.ZERO);
    assertThat(storage.analytics().totals(otherTenant, new Scope.Site(site)).counts())
        .isEqualTo(Counts.ZERO);
    assertThat(everyHour(otherTenant)).isEmpty();
    assertThat(everyDay(otherTenant, ALL)).isEmpty();
    assertThat(everyMonth(otherTenant)).isEmpty();
    assertThat(storage.analytics().facets(otherTenant, Facet.CATEGORY, FROM, TO).byName())
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

    assertThat(storage.analytics().totals(tenant, ALL).counts().rating().count(5)).isEqualTo(250);
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
    var first = Instant.parse("2026-11-01T22:00:00Z");
    for (int hours : List.of(0, 1, 2, 3)) {
      var at = first.plus(Duration.ofHours(hours));
      for (var width : Granularity.values()) {
        count(new CounterKey(ALL, Bucket.holding(width, at, ZoneOffset.UTC)), FIVE_STARS);
      }
    }

    assertThat(storage.analytics().hours(tenant, ALL, first, first.plusSeconds(7_200)))
        .containsOnlyKeys(first, first.plusSeconds(3_600));
    assertThat(storage.analytics().hours(tenant, ALL, first, first)).isEmpty();
    var day = LocalDate.of(2026, 11, 1);
    assertThat(storage.analytics().days(tenant, ALL, day, day.plusDays(1)))
        .isEqualTo(Map.of(day, FIVE_STARS.plus(FIVE_STARS)));
    assertThat(storage.analytics().days(tenant, ALL, day, day)).isEmpty();
    var month = YearMonth.of(2026, 11);
    assertThat(storage.analytics().months(tenant, ALL, month.minusMonths(1), month)).isEmpty();
    assertThat(storage.analytics().months(tenant, ALL, month, month.plusMonths(1)))
        .containsOnlyKeys(month);
  }

  @Test
  void readsHoursThatBeginBetweenFullOnes() {
    var half = Instant.parse("2026-11-22T17:30:00Z");
    count(new CounterKey(ALL, new Bucket.Hour(half)), FIVE_STARS);

    assertThat(storage.analytics().hours(tenant, ALL, half, half.plusSeconds(1)))
        .isEqualTo(Map.of(half, FIVE_STARS));
    assertThat(storage.analytics().hours(tenant, ALL, half.minusSeconds(1_800), half)).isEmpty();
  }

  @Test
  void readsWhatStrangersNamedByFacetAndByName() {
    var day = LocalDate.of(2026, 11, 22);
    var odd = "D#2026-11-22#x";
    count(facet(Facet.CATEGORY, "delivery", day), FIVE_STARS);
    count(facet(Facet.CATEGORY, "delivery", day.plusDays(1)), ONE_STAR);
    count(facet(Facet.CATEGORY, odd, day), ONE_STAR);
    count(facet(Facet.TAG, "delivery", day), ONE_STAR);
    count(facet(Facet.CATEGORY, "later", day.plusDays(2)), ONE_STAR);
    count(facet(Facet.CATEGORY, "gone", day), ONE_STAR);
    count(facet(Facet.CATEGORY, "gone", day), ONE_STAR.negated());

    var analytics = storage.analytics();
    assertThat(analytics.facets(tenant, Facet.CATEGORY, day, day.plusDays(2)))
        .isEqualTo(
            new FacetCounts(Map.of("delivery", FIVE_STARS.plus(ONE_STAR), odd, ONE_STAR), true));
    assertThat(analytics.facets(tenant, Facet.TAG, day, day.plusDays(1)).byName())
        .containsOnlyKeys("delivery");
    assertThat(analytics.days(tenant, Facet.CATEGORY.of("delivery"), day, day.plusDays(200)))
        .isEqualTo(Map.of(day, FIVE_STARS, day.plusDays(1), ONE_STAR));
    assertThat(analytics.days(tenant, Facet.CATEGORY.of(odd), day, day)).isEmpty();
    assertThat(analytics.days(otherTenant, Facet.TAG.of("delivery"), day, day.plusDays(1)))
        .isEmpty();
  }

  private static CounterKey facet(Facet facet, String name, LocalDate date) {
    return new CounterKey(facet.of(name), new Bucket.Day(date));
  }

  private void count(CounterKey key, Counts counts) {
    var change = CounterChange.counted(key, counts);
    storage
        .counters()
        .count(
            tenant,
            List.of(
                new CountedEvent(UUID.randomUUID().toString(), TestObjects.NOW, List.of(change))));
  }

  private Map<Instant, Counts> everyHour(TenantId of) {
    return storage
        .analytics()
        .hours(
            of, ALL, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
  }

  private Map<LocalDate, Counts> everyDay(TenantId of, Scope scope) {
    return storage.analytics().days(of, scope, FROM, TO);
  }

  private Map<YearMonth, Counts> everyMonth(TenantId of) {
    return storage.analytics().months(of, ALL, YearMonth.from(FROM), YearMonth.from(TO));
  }

  @Test
  void tellsWhatItCountsAndOnlyTheFirstTime() {
    var before = submitted(site, 5);
    var now = submitted(site, 1);
    storage.counters().count(tenant, List.of(before));
    var counted = new ArrayList<String>();

    storage.counters().count(tenant, List.of(now, before, now), () -> true, counted::add);

    assertThat(counted).containsExactly(now.eventId());
  }

  /** What is spam on arrival was submitted all the same. */
  @Test
  void tellsAlsoOfWhatCountsNowhereAndOnlyTheFirstTime() {
    var spam =
        event(
            new FeedbackChange.Created(
                tenant, TestObjects.feedback(site, 5, Sentiment.POSITIVE, Status.SPAM)));
    var counted = new ArrayList<String>();

    storage.counters().count(tenant, List.of(spam), () -> true, counted::add);
    storage.counters().count(tenant, List.of(spam, spam), () -> true, counted::add);

    assertThat(spam.difference()).isEmpty();
    assertThat(counted).containsExactly(spam.eventId());
    assertThat(storage.analytics().totals(tenant, ALL)).isEqualTo(new Totals(Counts.ZERO, null));
  }

  @Test
  void countsNothingWithoutTime() {
    assertThatThrownBy(() ->
            storage
                .counters()
                .count(tenant, List.of(submitted(site, 5)), () -> false, counted -> {}))
        .isInstanceOf(OutOfTime.class);

    assertThat(storage.analytics().totals(tenant, new Scope.Site(site)).counts())
        .isEqualTo(Counts.ZERO);
  }

  private CountedEvent submitted(SiteId at, int rating) {
    var sentiment = rating > 3 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
    return event(
        new FeedbackChange.Created(
            tenant, TestObjects.feedback(at, rating, sentiment, Status.NEW)));
  }

  private static CountedEvent event(FeedbackChange change) {
    return change.event(UUID.randomUUID().toString(), TestObjects.NOW);
  }
}
