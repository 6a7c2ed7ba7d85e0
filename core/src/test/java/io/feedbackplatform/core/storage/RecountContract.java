package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.Arrival;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.OpenedForm;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.recount.Fence;
import io.feedbackplatform.core.recount.FenceMark;
import io.feedbackplatform.core.recount.Fences;
import io.feedbackplatform.core.recount.ForwardingFences;
import io.feedbackplatform.core.recount.ForwardingRecountStore;
import io.feedbackplatform.core.recount.OutOfTime;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.recount.RecountReport.Drift;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.recount.Repair;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A recount where the test itself is the stream: changes wait until somebody counts them, and a
 * fence is passed when all that waited before it is counted.
 */
abstract class RecountContract extends StorageContract {

  private static final Scope ALL = new Scope.Tenant();
  private static final CounterKey TOTAL = new CounterKey(ALL, new Bucket.Total());
  private static final LocalDate TODAY = LocalDate.ofInstant(TestObjects.NOW, ZoneOffset.UTC);
  private static final CounterKey HOUR =
      new CounterKey(ALL, new Bucket.Hour(TestObjects.NOW.truncatedTo(ChronoUnit.HOURS)));
  private static final CounterKey DAY = new CounterKey(ALL, new Bucket.Day(TODAY));
  private static final CounterKey MONTH =
      new CounterKey(ALL, new Bucket.Month(YearMonth.from(TODAY)));
  private static final Counts FIVE_STARS = Counts.ofOne(5, Sentiment.POSITIVE);
  private static final Counts ONE_STAR = Counts.ofOne(1, Sentiment.NEGATIVE);
  private static final Patience SHORT = new Patience(Duration.ofMillis(1), Duration.ofMillis(20));

  private final Queue<FeedbackChange> stream = new ArrayDeque<>();
  private Site site;
  private Site otherSite;

  @BeforeEach
  void createSites() {
    site = TestObjects.site("https://a.example");
    otherSite = TestObjects.site("https://b.example");
    storage.sites().save(tenant, site, Actor.platform());
    storage.sites().save(tenant, otherSite, Actor.platform());
  }

  @Test
  void findsThatAllFits() {
    submit(tenant, site.id(), 5, Status.NEW);
    submit(tenant, otherSite.id(), 1, Status.SPAM);
    moveToSpam(submit(tenant, site.id(), 1, Status.NEW));
    countAll();

    var report = recount(true);

    assertThat(report.isExact()).isTrue();
    assertThat(report.drift()).isEmpty();
    assertThat(report.items()).isEqualTo(3);
    assertThat(report.compared()).isEqualTo(8);
  }

  @Test
  void countsWhatExpiredToNobodysHarm() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    // Submitted and expired, so that nothing of it is left but the counts.
    var gone = TestObjects.feedback(site.id(), 1, Sentiment.NEGATIVE, Status.NEW);
    stream.add(new FeedbackChange.Created(tenant, gone));
    stream.add(new FeedbackChange.Expired(tenant, gone));
    countAll();

    assertThat(recount(true).isExact()).isTrue();
    assertThat(recount(true).drift()).isEmpty();
    assertThat(total(tenant)).isEqualTo(FIVE_STARS.plus(ONE_STAR));

    inject(tenant, TOTAL, FIVE_STARS);
    assertThat(recount(true).drift())
        .containsExactly(new Drift(TOTAL, FIVE_STARS.plus(FIVE_STARS), FIVE_STARS, true));
    assertThat(total(tenant)).isEqualTo(FIVE_STARS.plus(ONE_STAR));
  }

  /** As the releases before counters told what expired; or when a record of it was lost. */
  @Test
  void keepsWhatExpiredUnseen() {
    var gone = TestObjects.feedback(site.id(), 1, Sentiment.NEGATIVE, Status.NEW);
    stream.add(new FeedbackChange.Created(tenant, gone));
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    clock.advance(Duration.ofDays(Tenant.DEFAULT_RETENTION_DAYS + 2));

    assertThat(recount(true).drift()).isEmpty();
    assertThat(total(tenant)).isEqualTo(FIVE_STARS.plus(ONE_STAR));
    assertThat(storage.recounts().counters(tenant, Set.of(site.id()), () -> true))
        .hasSize(8)
        .allSatisfy(counter -> {
          assertThat(counter.live()).isEqualTo(FIVE_STARS);
          assertThat(counter.expired()).isEqualTo(ONE_STAR);
        });
  }

  /** Young feedback cannot have expired: who is too much there is too much. */
  @Test
  void takesNoYoungFeedbackForExpired() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    clock.advance(Duration.ofDays(Tenant.DEFAULT_RETENTION_DAYS - 2));
    inject(tenant, DAY, ONE_STAR);
    inject(tenant, TOTAL, ONE_STAR);

    assertThat(recount(true).drift()).extracting(Drift::key).containsExactlyInAnyOrder(DAY, TOTAL);
    assertThat(total(tenant)).isEqualTo(FIVE_STARS);
  }

  @Test
  void findsInAnOldTotalWhatItsYoungDaysHaveTooMuch() {
    var gone = TestObjects.feedback(site.id(), 1, Sentiment.NEGATIVE, Status.NEW);
    stream.add(new FeedbackChange.Created(tenant, gone));
    clock.advance(Duration.ofDays(Tenant.DEFAULT_RETENTION_DAYS + 2));
    var twice = submitNow();
    stream.add(new FeedbackChange.Created(tenant, twice));
    countAll();

    var report = recount(true);

    assertThat(report.isExact()).isTrue();
    assertThat(report.drift()).isNotEmpty();
    assertThat(total(tenant)).isEqualTo(FIVE_STARS.plus(ONE_STAR));
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void mendsTheTotalOfABusyTenantWithTheDayThatIsWrong() {
    submit(tenant, site.id(), 5, Status.NEW);
    stream.clear(); // Lost for good.
    clock.advance(Duration.ofDays(2));

    var report = recount(storage.recounts(), busyStream());

    assertThat(report.unsettled()).contains(TOTAL, MONTH).doesNotContain(DAY);
    assertThat(total(tenant)).isEqualTo(items(1 + 3));
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void leavesATotalThatFitsWhenItsDayDoesNot() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    inject(tenant, DAY, ONE_STAR);

    assertThat(recount(true).drift())
        .containsExactly(new Drift(DAY, FIVE_STARS.plus(ONE_STAR), FIVE_STARS, true));
    assertThat(total(tenant)).isEqualTo(FIVE_STARS);
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void countsFormsThatWereOpenedAsItCountsFeedback() {
    var sent = submit(tenant, site.id(), 5, Status.NEW, true);
    submit(tenant, site.id(), 1, Status.NEW);
    open(tenant, site.id());
    open(tenant, site.id());
    open(otherTenant, site.id());
    // Opened and forgotten, so that nothing of it is left but the counts.
    var gone = opened(site.id());
    stream.add(new FeedbackChange.Created(tenant, gone));
    stream.add(new FeedbackChange.Expired(tenant, gone));
    countAll();

    var report = recount(true);

    assertThat(report.drift()).isEmpty();
    assertThat(report.items()).isEqualTo(2);
    assertThat(total(tenant).total()).isEqualTo(2);
    assertThat(total(tenant).opened()).isEqualTo(3);
    assertThat(total(tenant).sent()).isEqualTo(1);

    moveToSpam(sent);
    countAll();
    assertThat(total(tenant).sent()).isZero();
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void countsFormsThatWereOpenedAndThatTheStreamLost() {
    submit(tenant, site.id(), 5, Status.NEW, true);
    open(tenant, site.id());
    stream.clear();

    assertThat(recount(true).drift())
        .hasSize(8)
        .extracting(Drift::recounted)
        .containsOnly(FIVE_STARS.allSent().plus(Counts.oneOpened()));
    assertThat(total(tenant).opened()).isEqualTo(1);
    assertThat(total(tenant).sent()).isEqualTo(1);
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void mendsOpenedFormsOfABusyTenantWithTheDayThatMissesThem() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    open(tenant, site.id());
    stream.clear(); // Lost for good.
    clock.advance(Duration.ofDays(2));

    var report = recount(storage.recounts(), busyStream());

    assertThat(report.unsettled()).contains(TOTAL, MONTH).doesNotContain(DAY, HOUR);
    assertThat(report.drift()).extracting(Drift::key).contains(DAY, HOUR);
    assertThat(total(tenant)).isEqualTo(items(1 + 3).plus(Counts.oneOpened()));
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void mendsOpenedFormsThatAreTooManyInAnHourAndItsWiderCounters() {
    open(tenant, site.id());
    countAll();
    List.of(HOUR, DAY, MONTH, TOTAL).forEach(key -> inject(tenant, key, Counts.oneOpened()));

    assertThat(recount(true).drift()).extracting(Drift::key).contains(HOUR, DAY, TOTAL);
    assertThat(storage.recounts().counters(tenant, Set.of(site.id()), () -> true))
        .hasSize(8)
        .allSatisfy(counter -> {
          assertThat(counter.counts()).isEqualTo(Counts.oneOpened());
          assertThat(counter.expired()).isEqualTo(Counts.ZERO);
        });
    assertThat(recount(true).drift()).isEmpty();
  }

  /** They expire sooner than feedback, and where that never does. */
  @Test
  void keepsOpenedFormsThatExpiredUnseen() {
    submit(tenant, site.id(), 5, Status.NEW);
    stream.add(new FeedbackChange.Created(tenant, opened(site.id())));
    countAll();
    clock.advance(OpenedForm.RETENTION.plusDays(2));

    assertThat(recount(true).drift()).isEmpty();
    assertThat(total(tenant)).isEqualTo(FIVE_STARS.plus(Counts.oneOpened()));
    assertThat(storage.recounts().counters(tenant, Set.of(site.id()), () -> true))
        .hasSize(8)
        .allSatisfy(counter -> {
          assertThat(counter.live()).isEqualTo(FIVE_STARS);
          assertThat(counter.expired()).isEqualTo(Counts.oneOpened());
        });

    inject(tenant, DAY, ONE_STAR);
    assertThat(recount(true).drift())
        .containsExactly(new Drift(DAY, FIVE_STARS.plus(ONE_STAR), FIVE_STARS, true));
  }

  /** As when those who counted could not read it yet when it came. */
  @Test
  void countsOpenedFormsOfWhichOnlyTheExpiryWasMet() {
    submit(tenant, site.id(), 5, Status.NEW);
    stream.add(new FeedbackChange.Expired(tenant, opened(site.id())));
    countAll();
    clock.advance(OpenedForm.RETENTION.plusDays(1));

    assertThat(recount(true).isExact()).isTrue();

    assertThat(total(tenant)).isEqualTo(FIVE_STARS.plus(Counts.oneOpened()));
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void takesNoYoungOpenedFormForExpired() {
    open(tenant, site.id());
    countAll();
    clock.advance(OpenedForm.RETENTION.minusDays(2));
    inject(tenant, DAY, Counts.oneOpened());
    inject(tenant, TOTAL, Counts.oneOpened());

    assertThat(recount(true).drift()).extracting(Drift::key).containsExactlyInAnyOrder(DAY, TOTAL);
    assertThat(total(tenant)).isEqualTo(Counts.oneOpened());
  }

  /** A total that is older than a week, whose young day tells what of it is too much. */
  @Test
  void findsInAnOldTotalWhichOpenedFormsItsYoungDaysHaveTooMuch() {
    stream.add(new FeedbackChange.Created(tenant, opened(site.id())));
    clock.advance(OpenedForm.RETENTION.plusDays(2));
    var twice = opened(site.id(), clock.instant());
    storage.openedForms().add(tenant, twice);
    stream.add(new FeedbackChange.Created(tenant, twice));
    stream.add(new FeedbackChange.Created(tenant, twice));
    countAll();

    assertThat(recount(true).isExact()).isTrue();

    assertThat(total(tenant).opened()).isEqualTo(2);
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void listsNoFormThatWasOpened() {
    open(tenant, site.id());
    var only = submit(tenant, site.id(), 5, Status.NEW);

    assertThat(storage.feedback().list(tenant, 10, null).items())
        .extracting(Feedback::id)
        .containsExactly(only.id());
  }

  @Test
  void reportsACounterThatIsWrongAndRepairsItWhenAsked() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    inject(tenant, TOTAL, ONE_STAR);

    var found = recount(false);

    assertThat(found.isExact()).isFalse();
    assertThat(found.drift())
        .containsExactly(new Drift(TOTAL, FIVE_STARS.plus(ONE_STAR), FIVE_STARS, false));
    assertThat(total(tenant)).isEqualTo(FIVE_STARS.plus(ONE_STAR));

    assertThat(recount(true).drift())
        .containsExactly(new Drift(TOTAL, FIVE_STARS.plus(ONE_STAR), FIVE_STARS, true));
    assertThat(total(tenant)).isEqualTo(FIVE_STARS);
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void makesACounterThatIsMissing() {
    var kept = submit(tenant, site.id(), 5, Status.NEW);
    stream.clear(); // Lost for good.

    var report = recount(true);

    assertThat(report.isExact()).isTrue();
    assertThat(report.drift())
        .hasSize(8)
        .allSatisfy(drift -> {
          assertThat(drift.counted()).isEqualTo(Counts.ZERO);
          assertThat(drift.recounted()).isEqualTo(FIVE_STARS);
          assertThat(drift.repaired()).isTrue();
        });
    assertThat(total(tenant)).isEqualTo(FIVE_STARS);
    stream.add(new FeedbackChange.Deleted(tenant, kept));
    countAll();
    assertThat(total(tenant)).isEqualTo(Counts.ZERO);
  }

  @Test
  void emptiesACounterThatCountsNothing() {
    var key = new CounterKey(new Scope.Site(site.id()), new Bucket.Total());
    inject(tenant, key, FIVE_STARS);

    assertThat(recount(true).drift())
        .containsExactly(new Drift(key, FIVE_STARS, Counts.ZERO, true));
    assertThat(storage.analytics().totals(tenant, key.scope()).counts()).isEqualTo(Counts.ZERO);
    assertThat(recount(true).drift()).isEmpty();
  }

  @Test
  void readsTheCountersOfASiteThatOnlyItsFeedbackTellsOf() {
    var unlisted = SiteId.random();
    submit(tenant, unlisted, 5, Status.NEW);
    countAll();
    var key = new CounterKey(new Scope.Site(unlisted), new Bucket.Total());
    inject(tenant, key, ONE_STAR);

    var report = recount(true);

    assertThat(report.isExact()).isTrue();
    assertThat(report.drift())
        .containsExactly(new Drift(key, FIVE_STARS.plus(ONE_STAR), FIVE_STARS, true));
  }

  @Test
  void takesNothingOfAnotherTenant() {
    submit(otherTenant, site.id(), 5, Status.NEW);
    countAll();
    inject(otherTenant, TOTAL, ONE_STAR);
    inject(tenant, TOTAL, ONE_STAR);

    var report = recount(true);

    assertThat(report.items()).isZero();
    assertThat(report.drift()).containsExactly(new Drift(TOTAL, ONE_STAR, Counts.ZERO, true));
    assertThat(total(otherTenant)).isEqualTo(FIVE_STARS.plus(ONE_STAR));
  }

  @Test
  void waitsForWhatIsStillToBeCounted() {
    submit(tenant, site.id(), 5, Status.NEW);

    var report = recount(true);

    assertThat(report.isExact()).isTrue();
    assertThat(report.drift()).isEmpty();
    assertThat(total(tenant)).isEqualTo(FIVE_STARS);
  }

  /** The other half of the test above: it is the fence that waits. */
  @Test
  void wouldCountTwiceWithoutTheFence() {
    submit(tenant, site.id(), 5, Status.NEW);

    var report = recount(storage.recounts(), ForwardingFences.open());
    countAll();

    assertThat(report.drift()).isNotEmpty();
    assertThat(total(tenant)).isEqualTo(FIVE_STARS.plus(FIVE_STARS));
  }

  @Test
  void waitsForOpenedFormsThatAreStillToBeCounted() {
    open(tenant, site.id());

    assertThat(recount(true).drift()).isEmpty();

    assertThat(total(tenant)).isEqualTo(Counts.oneOpened());
  }

  /** The other half of the test above. */
  @Test
  void wouldCountOpenedFormsTwiceWithoutTheFence() {
    open(tenant, site.id());

    var report = recount(storage.recounts(), ForwardingFences.open());
    countAll();

    assertThat(report.drift()).isNotEmpty();
    assertThat(total(tenant)).isEqualTo(Counts.oneOpened().plus(Counts.oneOpened()));
  }

  @Test
  void leavesACounterThatIsWrittenBetweenItsReadingAndItsRepair() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    inject(tenant, TOTAL, ONE_STAR);

    var report = recount(countingBeforeRepair(), stream());

    assertThat(report.unsettled()).contains(TOTAL);
    assertThat(report.drift()).isEmpty();
    assertThat(recount(true).isExact()).isTrue();
    assertThat(total(tenant)).isEqualTo(items(4));
  }

  /** The other half of the test above: it is the version that shows it. */
  @Test
  void wouldLoseWhatIsCountedMeanwhileWithoutTheVersion() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    inject(tenant, TOTAL, ONE_STAR);

    recount(countingBeforeRepairAtAnyVersion(), stream());

    assertThat(recount(false).drift()).isNotEmpty();
  }

  @Test
  void repairsNothingWhileTheFenceIsNotPassed() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    inject(tenant, TOTAL, ONE_STAR);

    var report = recount(storage.recounts(), storage.fences());

    assertThat(report.compared()).isZero();
    assertThat(report.unsettled()).hasSize(8);
    assertThat(report.drift()).isEmpty();
    assertThat(total(tenant)).isEqualTo(FIVE_STARS.plus(ONE_STAR));
  }

  @Test
  void endsWithoutTimeAndTakesNothingForExact() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    var recount = new RecountTenant(storage.recounts(), storage.sites(), stream(), SHORT);

    assertThatThrownBy(() -> recount.recount(tenant, true, () -> false))
        .isInstanceOf(OutOfTime.class);
    var fenced = new AtomicBoolean();
    var fences =
        new ForwardingFences(stream()) {
          @Override
          public Fence set(TenantId of) {
            fenced.set(true);
            return super.set(of);
          }
        };
    var report =
        new RecountTenant(storage.recounts(), storage.sites(), fences, SHORT)
            .recount(tenant, true, () -> !fenced.get());
    assertThat(report.isExact()).isFalse();
    assertThat(report.unsettled()).hasSize(8);
    assertThat(report.unsettledPast(clock.instant().plus(Duration.ofDays(40)))).isZero();
  }

  @Test
  void repairsNoMoreWithoutTimeAndTellsWhatItRepaired() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();
    inject(tenant, HOUR, ONE_STAR);
    inject(tenant, DAY, ONE_STAR);
    var repaired = new AtomicBoolean();
    var store =
        new ForwardingRecountStore(storage.recounts()) {
          @Override
          public boolean repair(TenantId of, Repair repair) {
            repaired.set(true);
            return super.repair(of, repair);
          }
        };

    var report =
        new RecountTenant(store, storage.sites(), stream(), SHORT)
            .recount(tenant, true, () -> !repaired.get());

    assertThat(report.isExact()).isFalse();
    assertThat(report.drift()).hasSize(1).allMatch(Drift::repaired);
    assertThat(recount(false).drift()).hasSize(1);
  }

  /** Each piece of feedback that goes writes its counters, for as long as any goes. */
  @Test
  void expectsNoRestOfCountersWhoseFeedbackExpires() {
    submit(tenant, site.id(), 5, Status.NEW);
    countAll();

    assertThat(unsettledPastAfter(Duration.ofDays(3))).isEqualTo(4);
    assertThat(unsettledPastAfter(OpenedForm.RETENTION)).isZero();
    assertThat(unsettledPastAfter(OpenedForm.RETENTION.plusDays(3))).isZero();
    assertThat(unsettledPastAfter(Duration.ofDays(20))).isEqualTo(4);
    int days = Tenant.DEFAULT_RETENTION_DAYS;
    assertThat(unsettledPastAfter(Duration.ofDays(days))).isZero();
    assertThat(unsettledPastAfter(Duration.ofDays(days + 3))).isZero();
    assertThat(unsettledPastAfter(Duration.ofDays(2 * days))).isEqualTo(6);
  }

  /** Where no fence is ever passed. */
  private long unsettledPastAfter(Duration time) {
    clock.advance(Duration.between(clock.instant(), TestObjects.NOW.plus(time)));
    return recount(storage.recounts(), storage.fences()).unsettledPast(clock.instant());
  }

  private RecountReport recount(boolean repair) {
    return new RecountTenant(storage.recounts(), storage.sites(), stream(), SHORT)
        .recount(tenant, repair, () -> true);
  }

  private RecountReport recount(RecountStore store, Fences fences) {
    return new RecountTenant(store, storage.sites(), fences, SHORT)
        .recount(tenant, true, () -> true);
  }

  private Feedback submit(TenantId of, SiteId at, int rating, Status status) {
    return submit(of, at, rating, status, false);
  }

  private Feedback submit(TenantId of, SiteId at, int rating, Status status, boolean fromOpened) {
    var sentiment = rating > 3 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
    var feedback =
        TestObjects.feedback(
            FeedbackId.next(),
            at,
            TestObjects.submission(rating, "Good coffee."),
            Assessment.of(sentiment),
            status,
            new Arrival(TestObjects.NOW, ZoneOffset.UTC, null, SpamScore.NONE, false, fromOpened));
    storage.feedback().create(of, feedback, null);
    stream.add(new FeedbackChange.Created(of, feedback));
    return feedback;
  }

  private Feedback submitNow() {
    var feedback =
        TestObjects.feedback(
            FeedbackId.next(),
            site.id(),
            TestObjects.submission(5, "Good coffee."),
            Sentiment.POSITIVE,
            Status.NEW,
            SpamScore.NONE,
            clock.instant(),
            null);
    storage.feedback().create(tenant, feedback, null);
    stream.add(new FeedbackChange.Created(tenant, feedback));
    return feedback;
  }

  private static OpenedForm opened(SiteId at) {
    return opened(at, TestObjects.NOW);
  }

  private static OpenedForm opened(SiteId at, Instant when) {
    return new OpenedForm(
        RandomId.next(), at, when, ZoneOffset.UTC, when.plus(OpenedForm.RETENTION));
  }

  private void open(TenantId of, SiteId at) {
    var form = opened(at);
    storage.openedForms().add(of, form);
    stream.add(new FeedbackChange.Created(of, form));
  }

  private void moveToSpam(Feedback feedback) {
    var moved =
        storage.feedback().changeStatus(tenant, feedback.id(), Status.SPAM, Actor.platform());
    stream.add(new FeedbackChange.Updated(tenant, feedback, moved));
  }

  private void countAll() {
    for (var change = stream.poll(); change != null; change = stream.poll()) {
      storage
          .counters()
          .count(change.tenant(), List.of(change.event(UUID.randomUUID().toString(), null)));
    }
  }

  /** Makes a counter wrong, as no event of the stream does. */
  private void inject(TenantId of, CounterKey key, Counts counts) {
    var event =
        new CountedEvent(
            UUID.randomUUID().toString(), null, List.of(CounterChange.counted(key, counts)));
    storage.counters().count(of, List.of(event));
  }

  private Counts total(TenantId of) {
    return storage.analytics().totals(of, ALL).counts();
  }

  private static Counts items(int pieces) {
    var sum = Counts.ZERO;
    for (int i = 0; i < pieces; i++) {
      sum = sum.plus(FIVE_STARS);
    }
    return sum;
  }

  /** Fences that are passed as soon as all that waited before them is counted. */
  private Fences stream() {
    return new ForwardingFences(storage.fences()) {
      @Override
      public Fence set(TenantId of) {
        var fence = super.set(of);
        countAll();
        for (int shard = 0; shard < fence.shards(); shard++) {
          pass(of, new FenceMark(fence.id(), shard));
        }
        return fence;
      }
    };
  }

  /** The same, where something is submitted during every reading. */
  private Fences busyStream() {
    return new ForwardingFences(stream()) {
      @Override
      public Fence set(TenantId of) {
        submitNow();
        return super.set(of);
      }
    };
  }

  /** Just before a counter is repaired, something else is submitted and counted. */
  private RecountStore countingBeforeRepair() {
    return new ForwardingRecountStore(storage.recounts()) {
      @Override
      public boolean repair(TenantId of, Repair repair) {
        submit(of, site.id(), 5, Status.NEW);
        countAll();
        return super.repair(of, repair);
      }
    };
  }

  /** The same, and a repair that asks for no version but the one that is there. */
  private RecountStore countingBeforeRepairAtAnyVersion() {
    return new ForwardingRecountStore(countingBeforeRepair()) {
      @Override
      public boolean repair(TenantId of, Repair repair) {
        assertThat(super.repair(of, repair)).isFalse();
        long now =
            counters(of, Set.of(site.id()), () -> true).stream()
                .filter(counter -> counter.key().equals(repair.key()))
                .findAny()
                .orElseThrow()
                .version();
        return storage
            .recounts()
            .repair(of, Repair.alone(repair.key(), now, repair.counts(), repair.expired()));
      }
    };
  }
}
