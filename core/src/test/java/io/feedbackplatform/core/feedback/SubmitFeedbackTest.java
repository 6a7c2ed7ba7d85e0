package io.feedbackplatform.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.proof.ProofOfWork;
import io.feedbackplatform.core.proof.Work;
import io.feedbackplatform.core.proof.WorkSolution;
import io.feedbackplatform.core.quota.Quota;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.spam.Visit;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.TenantSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubmitFeedbackTest {

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final ProofOfWork proofs = new ProofOfWork(new byte[32], clock);
  private final SubmitFeedback submitFeedback =
      new SubmitFeedback(
          storage.feedback(),
          (message, rating, locale) -> Assessment.of(Sentiment.POSITIVE),
          proofs,
          Quota.NONE,
          clock);
  private final SiteId site = SiteId.random();

  @Test
  void keepsWhatWasSubmittedForAsLongAsTheTenantWants() {
    var tenant = tenant(10);

    var receipt = submitFeedback.submit(tenant, site, TestObjects.fullSubmission(), null);

    assertThat(receipt.repeated()).isFalse();
    assertThat(storage.feedback().find(tenant.id(), receipt.feedback().id()))
        .contains(receipt.feedback());
    assertThat(receipt.feedback())
        .returns(Status.NEW, Feedback::status)
        .returns(Sentiment.POSITIVE, Feedback::sentiment)
        .returns(TestObjects.NOW, Feedback::createdAt)
        .returns(ZoneId.of("UTC"), Feedback::zone)
        .returns(Set.of(), Feedback::tags)
        .returns(TestObjects.NOW.plus(Duration.ofDays(10)), Feedback::expiresAt);
  }

  @Test
  void keepsTheTimeZoneThatItsTenantHas() {
    var kathmandu = new TenantSettings(ZoneId.of("Asia/Kathmandu"), SentimentBy.LEXICON);

    var receipt =
        submitFeedback.submit(tenant(10).with(kathmandu), site, TestObjects.fullSubmission(), null);

    assertThat(receipt.feedback().zone()).isEqualTo(kathmandu.timeZone());
  }

  @Test
  void expiresOnAWholeSecondAsStorageKeepsIt() {
    clock.advance(Duration.ofMillis(750));

    var receipt = submitFeedback.submit(tenant(1), site, TestObjects.fullSubmission(), null);

    assertThat(receipt.feedback())
        .returns(TestObjects.NOW.plusMillis(750), Feedback::createdAt)
        .returns(TestObjects.NOW.plus(Duration.ofDays(1)), Feedback::expiresAt);
  }

  @Test
  void keepsForEverWhenTheTenantHasNoRetention() {
    var receipt = submitFeedback.submit(tenant(0), site, TestObjects.fullSubmission(), null);

    assertThat(receipt.feedback().expiresAt()).isNull();
  }

  @Test
  void answersARepetitionAsTheFirstTime() {
    var tenant = tenant(30);
    var key = new IdempotencyKey("key");
    var first = submitFeedback.submit(tenant, site, TestObjects.submission(5, "Hi"), key);
    clock.advance(Duration.ofDays(6));

    var again = submitFeedback.submit(tenant, site, TestObjects.submission(5, "Hi"), key);

    assertThat(again.repeated()).isTrue();
    assertThat(again.feedback()).isEqualTo(first.feedback());
  }

  @Test
  void refusesAKeyThatCameWithOtherContent() {
    var tenant = tenant(30);
    var key = new IdempotencyKey("key");
    submitFeedback.submit(tenant, site, TestObjects.submission(5, "Hi"), key);

    assertThatThrownBy(
            () -> submitFeedback.submit(tenant, site, TestObjects.submission(4, "Hi"), key))
        .isInstanceOf(DomainException.IdempotencyKeyReused.class);
  }

  @Test
  void keepsAsSpamWhatLooksLikeIt() {
    var tenant = tenant(30);
    var trapped = new Visit(true, null);

    var spam = fromPage(tenant, open(), null, trapped, null);
    var honest = fromPage(tenant, open(), null, Visit.UNKNOWN, null);

    assertThat(spam.feedback().status()).isEqualTo(Status.SPAM);
    assertThat(spam.feedback().spam()).isEqualTo(new SpamScore(100, List.of("trap_filled")));
    assertThat(honest.feedback().status()).isEqualTo(Status.NEW);
    assertThat(honest.feedback().spam()).isEqualTo(SpamScore.NONE);
  }

  @Test
  void wantsASolutionOnlyWhereTheSiteAsks() {
    var tenant = tenant(30);
    var guarded = guarded();
    var solution = solution(tenant, guarded);

    assertThatThrownBy(() -> fromPage(tenant, guarded, null, Visit.UNKNOWN, null))
        .isInstanceOf(DomainException.ChallengeRequired.class);
    assertThat(fromPage(tenant, guarded, null, Visit.UNKNOWN, solution).repeated()).isFalse();
    assertThatThrownBy(() -> fromPage(tenant, guarded, null, Visit.UNKNOWN, solution))
        .isInstanceOf(DomainException.ChallengeFailed.class);
    assertThat(fromPage(tenant, open(), null, Visit.UNKNOWN, solution).repeated()).isFalse();
    assertThat(submitFeedback.submit(tenant, guarded.id(), TestObjects.fullSubmission(), null))
        .as("of a partner")
        .isNotNull();
  }

  @Test
  void answersARepetitionThatShowsAnOldSolutionOrNone() {
    var tenant = tenant(30);
    var guarded = guarded();
    var key = new IdempotencyKey("key");
    var solution = solution(tenant, guarded);
    var first = fromPage(tenant, guarded, key, Visit.UNKNOWN, solution);

    var again = fromPage(tenant, guarded, key, Visit.UNKNOWN, solution);
    clock.advance(Duration.ofDays(1));
    var late = fromPage(tenant, guarded, key, Visit.UNKNOWN, solution);
    var bare = fromPage(tenant, guarded, key, Visit.UNKNOWN, null);

    for (var repetition : List.of(again, late, bare)) {
      assertThat(repetition.repeated()).isTrue();
      assertThat(repetition.feedback().id()).isEqualTo(first.feedback().id());
    }
    assertThatThrownBy(
            () -> fromPage(tenant, guarded, new IdempotencyKey("b"), Visit.UNKNOWN, solution))
        .isInstanceOf(DomainException.ChallengeExpired.class);
    assertThatThrownBy(() ->
            submitFeedback.submit(
                tenant, guarded, TestObjects.submission(1, null), key, Visit.UNKNOWN, null))
        .isInstanceOf(DomainException.IdempotencyKeyReused.class);
  }

  @Test
  void believesAPageNoLongerVisitThanItsChallengeIsOld() {
    var tenant = tenant(30);
    var guarded = guarded();
    var claimed = new Visit(false, Duration.ofMinutes(5));
    var early = solution(tenant, guarded);
    var late = solution(tenant, guarded);

    var hurried = fromPage(tenant, guarded, null, claimed, early);
    clock.advance(Duration.ofSeconds(2));
    var atLeisure = fromPage(tenant, guarded, null, claimed, late);

    assertThat(hurried.feedback().spam().reasons()).containsExactly("too_fast");
    assertThat(atLeisure.feedback().spam()).isEqualTo(SpamScore.NONE);
  }

  private SubmitFeedback.Receipt fromPage(
      Tenant tenant, Site site, IdempotencyKey key, Visit visit, WorkSolution solution) {
    return submitFeedback.submit(tenant, site, TestObjects.fullSubmission(), key, visit, solution);
  }

  private WorkSolution solution(Tenant tenant, Site site) {
    return Work.solve(proofs.challenge(tenant.id(), site.id()));
  }

  private static Site open() {
    return TestObjects.site();
  }

  private static Site guarded() {
    return TestObjects.site().withChallenge(Challenge.PROOF_OF_WORK);
  }

  private Tenant tenant(int retentionDays) {
    var tenant = new Tenant(TenantId.random(), "Northwind", 1, retentionDays, TestObjects.NOW);
    storage.tenants().create(tenant);
    return tenant;
  }
}
