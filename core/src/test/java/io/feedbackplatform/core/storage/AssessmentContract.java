package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackEdit;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A second program's word on a mood: after the lexicon's, never over a person's. */
abstract class AssessmentContract extends StorageContract {

  private static final Actor PERSON = Actor.person("ada", null);

  private static final Assessment SECOND =
      new Assessment(Sentiment.NEGATIVE, -0.98765, List.of(), Source.COMPREHEND);

  private final SiteId site = SiteId.random();

  @Test
  void replacesTheLexiconsWordsAndNothingElse() {
    var feedback =
        create(
            TestObjects.feedback(site, TestObjects.fullSubmission())
                .assessed(new Assessment(Sentiment.POSITIVE, 0.5, List.of("fast"), Source.LEXICON))
                .withTags(Set.of("billing")));

    assertThat(storage.feedback().assess(tenant, feedback.id(), SECOND)).isTrue();

    assertThat(find(feedback)).isEqualTo(feedback.assessed(SECOND));
    assertThat(storage.audit().entries(tenant)).isEmpty();
  }

  @Test
  void keepsTheWordsThatAnotherProgramNames() {
    var feedback = create(TestObjects.feedback(site));
    var words = new Assessment(Sentiment.NEGATIVE, -1, List.of("slow"), Source.COMPREHEND);

    assertThat(storage.feedback().assess(tenant, feedback.id(), words)).isTrue();

    assertThat(find(feedback).mood().analyzed()).isEqualTo(words);
  }

  @Test
  void assessesOnce() {
    var feedback = create(TestObjects.feedback(site));
    var later = new Assessment(Sentiment.POSITIVE, 1, List.of(), Source.COMPREHEND);

    assertThat(storage.feedback().assess(tenant, feedback.id(), SECOND)).isTrue();
    assertThat(storage.feedback().assess(tenant, feedback.id(), SECOND)).isFalse();
    assertThat(storage.feedback().assess(tenant, feedback.id(), later)).isFalse();

    assertThat(find(feedback).mood().analyzed()).isEqualTo(SECOND);
  }

  @Test
  void leavesAPersonsWordAlone() {
    var feedback = create(TestObjects.feedback(site));
    correct(feedback, Sentiment.NEUTRAL);

    assertThat(storage.feedback().assess(tenant, feedback.id(), SECOND)).isFalse();

    assertThat(find(feedback)).isEqualTo(feedback.corrected(Sentiment.NEUTRAL));
  }

  @Test
  void mayBeOverruledByAPersonWhoMayTakeThatBack() {
    var feedback = create(TestObjects.feedback(site));
    storage.feedback().assess(tenant, feedback.id(), SECOND);

    correct(feedback, Sentiment.POSITIVE);
    assertThat(find(feedback).sentiment()).isEqualTo(Sentiment.POSITIVE);
    storage.feedback().change(tenant, feedback.id(), FeedbackEdit.correct(null), PERSON);

    assertThat(find(feedback)).isEqualTo(feedback.assessed(SECOND));
  }

  /** Whoever is first: what the person said holds in the end. */
  @RepeatedTest(20)
  void neverOverrulesAPersonWhoSpeaksAtThatMoment() throws Exception {
    var feedback = create(TestObjects.feedback(site));

    try (var threads = Executors.newFixedThreadPool(2)) {
      var corrected = threads.submit(() -> correct(feedback, Sentiment.NEUTRAL));
      var assessed = threads.submit(() -> storage.feedback().assess(tenant, feedback.id(), SECOND));
      corrected.get();
      boolean first = assessed.get();

      var mood = find(feedback).mood();
      assertThat(mood.corrected()).isEqualTo(Sentiment.NEUTRAL);
      assertThat(mood.assessment().source()).isEqualTo(Source.PERSON);
      assertThat(mood.analyzed()).isEqualTo(first ? SECOND : feedback.mood().analyzed());
    }
  }

  @Test
  void makesNothingOfWhatIsNotThereOrExpiredOrAnothers() {
    var feedback = create(TestObjects.feedback(site));

    assertThat(storage.feedback().assess(tenant, FeedbackId.next(), SECOND)).isFalse();
    assertThat(storage.feedback().assess(otherTenant, feedback.id(), SECOND)).isFalse();
    assertThat(find(feedback)).isEqualTo(feedback);
    clock.advance(Duration.ofDays(1));
    assertThat(storage.feedback().assess(tenant, feedback.id(), SECOND)).isFalse();

    assertThat(storage.feedback().list(otherTenant, 10, null).items()).isEmpty();
  }

  @Test
  void assessesWhatNeverExpires() {
    var feedback =
        create(
            TestObjects.feedback(
                FeedbackId.next(),
                site,
                TestObjects.submission(3, "Slow."),
                Sentiment.NEUTRAL,
                Status.NEW,
                SpamScore.NONE,
                TestObjects.NOW,
                null));

    assertThat(storage.feedback().assess(tenant, feedback.id(), SECOND)).isTrue();
  }

  @Test
  void takesNoPersonForAProgram() {
    var feedback = create(TestObjects.feedback(site));

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            storage
                .feedback()
                .assess(tenant, feedback.id(), Assessment.byPerson(Sentiment.NEGATIVE)));

    assertThat(find(feedback)).isEqualTo(feedback);
  }

  private Feedback create(Feedback feedback) {
    storage.feedback().create(tenant, feedback, null);
    return feedback;
  }

  private Feedback find(Feedback feedback) {
    return storage.feedback().find(tenant, feedback.id()).orElseThrow();
  }

  private Feedback correct(Feedback feedback, Sentiment sentiment) {
    return storage
        .feedback()
        .change(tenant, feedback.id(), FeedbackEdit.correct(sentiment), PERSON);
  }
}
