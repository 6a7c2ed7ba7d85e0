package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.proof.ProofOfWork;
import io.feedbackplatform.core.proof.SpentChallenge;
import io.feedbackplatform.core.proof.WorkSolution;
import io.feedbackplatform.core.quota.Quota;
import io.feedbackplatform.core.sentiment.Mood;
import io.feedbackplatform.core.sentiment.SentimentAnalyzer;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamFilter;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.spam.Visit;
import io.feedbackplatform.core.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what a visitor says and keeps it, once. */
public final class SubmitFeedback {

  /** How long a repeated request gets the first answer. */
  public static final Duration IDEMPOTENCY_RETENTION = Duration.ofDays(7);

  private final FeedbackStore store;
  private final SentimentAnalyzer sentiment;
  private final ProofOfWork proofs;
  private final Quota quota;
  private final Clock clock;

  public SubmitFeedback(
      FeedbackStore store,
      SentimentAnalyzer sentiment,
      ProofOfWork proofs,
      Quota quota,
      Clock clock) {
    this.store = store;
    this.sentiment = sentiment;
    this.proofs = proofs;
    this.quota = quota;
    this.clock = clock;
  }

  /** The feedback, and whether this request is a repetition of the one that created it. */
  public record Receipt(Feedback feedback, boolean repeated) {}

  /**
   * Takes it from somebody who is known and trusted. Once this returns, the feedback is durable.
   *
   * @throws DomainException.IdempotencyKeyReused when the key came before with other content
   * @throws DomainException.IdempotencyInProgress when the same request is being worked on
   */
  public Receipt submit(
      Tenant tenant, SiteId site, Submission submission, @Nullable IdempotencyKey key) {
    var feedback = feedback(tenant, site, submission, SpamScore.NONE, false);
    var record = record(feedback, key);
    return receipt(tenant, feedback, record, store.create(tenant.id(), feedback, record));
  }

  /**
   * Takes it from a page, where anybody may be: what looks like spam is kept as that, and nobody is
   * told. A repetition is answered as the first time, whatever it shows.
   *
   * @param solution of a challenge of the site; ignored where the site asks for none
   * @throws DomainException.ChallengeRequired when the site asks for one, and none came
   * @throws DomainException.ChallengeFailed when it is wrong, of another site or was shown before
   * @throws DomainException.ChallengeExpired when it is too old
   */
  public Receipt submit(
      Tenant tenant,
      Site site,
      Submission submission,
      @Nullable IdempotencyKey key,
      Visit visit,
      @Nullable WorkSolution solution) {
    SpentChallenge challenge;
    try {
      challenge = challenge(tenant, site, solution);
    } catch (DomainException refusal) {
      var again = feedback(tenant, site.id(), submission, SpamScore.NONE, false);
      return recalled(tenant, again, record(again, key)).orElseThrow(() -> refusal);
    }
    var known =
        challenge == null
            ? visit
            : visit.atMost(Duration.between(challenge.madeAt(), clock.instant()));
    var spam = SpamFilter.judge(known, submission.name(), submission.message());
    var feedback = feedback(tenant, site.id(), submission, spam, visit.openingCounted());
    var record = record(feedback, key);
    return receipt(
        tenant, feedback, record, store.create(tenant.id(), feedback, record, challenge));
  }

  private @Nullable SpentChallenge challenge(
      Tenant tenant, Site site, @Nullable WorkSolution solution) {
    return switch (site.challenge()) {
      case NONE -> null;
      case PROOF_OF_WORK -> {
        if (solution == null) {
          throw new DomainException.ChallengeRequired();
        }
        yield proofs.check(tenant.id(), site.id(), solution);
      }
    };
  }

  private Receipt receipt(
      Tenant tenant, Feedback feedback, @Nullable IdempotencyRecord record, Creation creation) {
    return switch (creation) {
      case Creation.Created() -> {
        if (!feedback.spam().isSpam()) {
          quota.noteCreated(tenant);
        }
        yield new Receipt(feedback, false);
      }
      case Creation.Repeated(var first) -> new Receipt(first, true);
      case Creation.KeyReused() -> throw new DomainException.IdempotencyKeyReused();
      case Creation.InProgress() -> throw new DomainException.IdempotencyInProgress();
      case Creation.ChallengeSpent() ->
          recalled(tenant, feedback, record).orElseThrow(DomainException.ChallengeFailed::new);
    };
  }

  private Optional<Receipt> recalled(
      Tenant tenant, Feedback feedback, @Nullable IdempotencyRecord record) {
    return Optional.ofNullable(record)
        .flatMap(known -> store.recall(tenant.id(), feedback, known))
        .map(creation -> receipt(tenant, feedback, null, creation));
  }

  private Feedback feedback(
      Tenant tenant, SiteId site, Submission submission, SpamScore spam, boolean fromOpenedForm) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var assessment =
        sentiment.analyze(submission.message(), submission.rating(), submission.locale());
    return new Feedback(
        FeedbackId.next(),
        site,
        submission,
        new Arrival(
            now,
            tenant.settings().timeZone(),
            expiry(tenant, now),
            spam,
            !spam.isSpam() && quota.isUsedUp(tenant),
            fromOpenedForm),
        Mood.of(assessment),
        spam.isSpam() ? Status.SPAM : Status.NEW,
        Set.of());
  }

  private static @Nullable IdempotencyRecord record(
      Feedback feedback, @Nullable IdempotencyKey key) {
    return key == null
        ? null
        : new IdempotencyRecord(
            feedback.site(),
            key,
            Fingerprint.of(feedback.submission()),
            feedback.createdAt().plus(IDEMPOTENCY_RETENTION));
  }

  private static @Nullable Instant expiry(Tenant tenant, Instant now) {
    return tenant.retentionDays() == 0
        ? null
        : now.plus(Duration.ofDays(tenant.retentionDays())).truncatedTo(ChronoUnit.SECONDS);
  }
}
