package io.feedbackplatform.workers.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackEdit;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.sqs.LocalSqs;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stream, dispatch, queue, Comprehend, table, stream, counters: the real handlers, all the way. */
class AssessHandlerIT {

  private static final Actor PERSON = Actor.person("ada", null);

  private final SecondOpinion way = new SecondOpinion();
  private final SiteId site = SiteId.random();
  private final TenantId tenant = tenant(SentimentBy.COMPREHEND);
  private int changes;

  @AfterEach
  void close() {
    way.close();
  }

  @Test
  void judgesAgainAndTheCountersFollow() {
    var good = create("Good.", "en");
    var bad = create("Bad.", "de");
    var dutch = create("Goed, maar langzaam.", "nl");
    var odd = create("Odd.", "en");
    var silent = create(null, "en");
    var records = way.happened(changes);
    way.dispatch(records);
    way.dispatch(records);

    assertThat(way.assess(way.ordered())).isEmpty();

    changes += 2;
    var all = way.happened(changes);
    way.count(all);
    way.count(all);
    assertThat(Stream.of(good, bad, dutch, odd, silent).map(this::find))
        .extracting(Feedback::sentiment, feedback -> feedback.assessment().source())
        .containsExactly(
            tuple(Sentiment.POSITIVE, Source.COMPREHEND),
            tuple(Sentiment.NEGATIVE, Source.COMPREHEND),
            tuple(Sentiment.NEUTRAL, Source.LEXICON),
            tuple(Sentiment.NEUTRAL, Source.LEXICON),
            tuple(Sentiment.NEUTRAL, Source.LEXICON));
    var counts = way.storage.analytics().totals(tenant, new Scope.Tenant()).counts();
    assertThat(counts).isEqualTo(recount(good, bad, dutch, odd, silent));
    assertThat(counts.positive()).isOne();
    assertThat(counts.negative()).isOne();
    assertThat(counts.neutral()).isEqualTo(3);
  }

  @Test
  void neverOverrulesAPersonWhoSpokeWhileTheOrderWaited() {
    var corrected = create("Good.", "en");
    way.dispatch(way.happened(changes));
    var ordered = way.ordered();
    correct(corrected, Sentiment.NEGATIVE);

    assertThat(way.assess(ordered)).isEmpty();
    assertThat(way.assess(ordered)).isEmpty();

    way.count(way.happened(changes));
    assertThat(ordered).hasSize(1);
    assertThat(find(corrected).mood().corrected()).isEqualTo(Sentiment.NEGATIVE);
    assertThat(find(corrected).mood().analyzed().source()).isEqualTo(Source.LEXICON);
    assertThat(way.comprehend.asked()).isEmpty();
    assertThat(way.storage.analytics().totals(tenant, new Scope.Tenant()).counts())
        .isEqualTo(recount(corrected));
  }

  @Test
  void ordersWhatIsNoSpamOrTurnsOutToBeNoneForWhoWantsIt() {
    var other = tenant(SentimentBy.LEXICON);
    create(other, "Good.", "en", Status.NEW);
    var spam = create(tenant, "Good.", "en", Status.SPAM);
    way.dispatch(way.happened(changes));
    assertThat(way.ordered()).isEmpty();

    way.storage.feedback().changeStatus(tenant, spam.id(), Status.NEW, PERSON);
    way.storage.feedback().changeStatus(tenant, spam.id(), Status.OPEN, PERSON);
    changes += 2;
    way.dispatch(way.happened(changes));

    assertThat(way.ordered())
        .singleElement()
        .satisfies(message -> assertThat(message.body()).isEqualTo(tenant + "/" + spam.id()));
  }

  @Test
  void asksForWhatFailedAgainAndForNothingElse() {
    create("Good.", "en");
    var broken = create("Broken.", "en");
    way.dispatch(way.happened(changes));
    var ordered = way.ordered();

    var again = way.assess(ordered);

    assertThat(again)
        .containsExactlyElementsOf(
            ordered.stream()
                .filter(message -> message.body().endsWith(broken.id().value()))
                .map(message -> message.messageId())
                .toList());
  }

  @Test
  void outlastsAnAbsenceOfComprehend() {
    var good = create("Good.", "en");
    way.dispatch(way.happened(changes));
    var ordered = way.ordered();
    way.comprehend.fails(4, 500, "InternalServerException");

    assertThat(way.assess(ordered)).hasSize(1);
    assertThat(find(good).assessment().source()).isEqualTo(Source.LEXICON);
    assertThat(way.assess(ordered)).isEmpty();

    assertThat(find(good).assessment().source()).isEqualTo(Source.COMPREHEND);
  }

  @Test
  void keepsBackWhatIsNoOrderAndCarriesOutTheRest() {
    var good = create("Good.", "en");
    way.dispatch(way.happened(changes));
    way.place("to whom it may concern");

    assertThat(way.assess(way.ordered())).hasSize(1);

    assertThat(find(good).assessment().source()).isEqualTo(Source.COMPREHEND);
  }

  @Test
  void hasRecordsDeliveredAgainWhenTheQueueIsAway() {
    create(null, "en");
    create("Good.", "en");
    var records = way.happened(changes);
    var nowhere = LocalSqs.shared().endpoint() + "/000000000000/none";

    assertThat(way.dispatch(records, nowhere).getBatchItemFailures())
        .singleElement()
        .satisfies(failure ->
            assertThat(failure.getItemIdentifier())
                .isEqualTo(records.get(1).getDynamodb().getSequenceNumber()));
    assertThat(way.dispatch(records).getBatchItemFailures()).isEmpty();
    assertThat(way.ordered()).hasSize(1);
  }

  private Counts recount(Feedback... all) {
    var recounted = Counts.ZERO;
    for (var feedback : all) {
      recounted =
          new FeedbackChange.Created(tenant, find(feedback))
              .difference().stream()
                  .filter(change -> change.key().scope() instanceof Scope.Tenant)
                  .findFirst()
                  .orElseThrow()
                  .counts()
                  .plus(recounted);
    }
    return recounted;
  }

  private TenantId tenant(SentimentBy by) {
    var created = TestObjects.tenant();
    way.storage.tenants().create(created);
    way.storage.tenants().change(created.id(), new TenantChange.Configure(null, by), PERSON);
    return created.id();
  }

  private Feedback create(@Nullable String message, String locale) {
    return create(tenant, message, locale, Status.NEW);
  }

  private Feedback create(TenantId of, @Nullable String message, String locale, Status status) {
    var feedback =
        TestObjects.feedback(
            FeedbackId.next(),
            site,
            new Submission(3, message, null, null, null, null, locale, Map.of()),
            Sentiment.NEUTRAL,
            status,
            SpamScore.NONE,
            Instant.now(),
            null);
    way.storage.feedback().create(of, feedback, null);
    changes++;
    return feedback;
  }

  private void correct(Feedback feedback, Sentiment sentiment) {
    way.storage.feedback().change(tenant, feedback.id(), FeedbackEdit.correct(sentiment), PERSON);
    changes++;
  }

  private Feedback find(Feedback feedback) {
    return way.storage.feedback().find(tenant, feedback.id()).orElseThrow();
  }
}
