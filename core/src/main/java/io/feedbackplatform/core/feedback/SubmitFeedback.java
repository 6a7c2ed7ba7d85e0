package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.quota.Quota;
import io.feedbackplatform.core.sentiment.SentimentAnalyzer;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Takes what a visitor says and keeps it, once. */
public final class SubmitFeedback {

  /** How long a repeated request gets the first answer. */
  public static final Duration IDEMPOTENCY_RETENTION = Duration.ofDays(7);

  private final FeedbackStore store;
  private final SentimentAnalyzer sentiment;
  private final Quota quota;
  private final Clock clock;

  /** Where nobody counts. */
  public SubmitFeedback(FeedbackStore store, SentimentAnalyzer sentiment, Clock clock) {
    this(store, sentiment, Quota.NONE, clock);
  }

  public SubmitFeedback(
      FeedbackStore store, SentimentAnalyzer sentiment, Quota quota, Clock clock) {
    this.store = store;
    this.sentiment = sentiment;
    this.quota = quota;
    this.clock = clock;
  }

  /** The feedback, and whether this request is a repetition of the one that created it. */
  public record Receipt(Feedback feedback, boolean repeated) {}

  /**
   * Once this returns, the feedback is durable.
   *
   * @throws DomainException.IdempotencyKeyReused when the key came before with other content
   * @throws DomainException.IdempotencyInProgress when the same request is being worked on
   */
  public Receipt submit(
      Tenant tenant, SiteId site, Submission submission, @Nullable IdempotencyKey key) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var feedback =
        new Feedback(
            FeedbackId.next(),
            site,
            submission,
            sentiment.analyze(submission.message(), submission.rating()),
            Status.NEW,
            now,
            expiry(tenant, now),
            quota.isUsedUp(tenant));
    var record =
        key == null
            ? null
            : new IdempotencyRecord(
                site, key, Fingerprint.of(submission), now.plus(IDEMPOTENCY_RETENTION));
    return switch (store.create(tenant.id(), feedback, record)) {
      case Creation.Created() -> {
        quota.noteCreated(tenant);
        yield new Receipt(feedback, false);
      }
      case Creation.Repeated(var first) -> new Receipt(first, true);
      case Creation.KeyReused() -> throw new DomainException.IdempotencyKeyReused();
      case Creation.InProgress() -> throw new DomainException.IdempotencyInProgress();
    };
  }

  private static @Nullable Instant expiry(Tenant tenant, Instant now) {
    return tenant.retentionDays() == 0
        ? null
        : now.plus(Duration.ofDays(tenant.retentionDays())).truncatedTo(ChronoUnit.SECONDS);
  }
}
