package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of feedback as it is kept.
 *
 * @param spam how much it looked like spam when it came, whatever the team has said since
 * @param expiresAt when it ceases to exist, to the second; absent to keep it
 * @param overQuota whether its month had as much feedback as the tenant's plan covers before it
 */
public record Feedback(
    FeedbackId id,
    SiteId site,
    Submission submission,
    Sentiment sentiment,
    Status status,
    SpamScore spam,
    Instant createdAt,
    @Nullable Instant expiresAt,
    boolean overQuota) {

  /** Within its tenant's plan. */
  public Feedback(
      FeedbackId id,
      SiteId site,
      Submission submission,
      Sentiment sentiment,
      Status status,
      SpamScore spam,
      Instant createdAt,
      @Nullable Instant expiresAt) {
    this(id, site, submission, sentiment, status, spam, createdAt, expiresAt, false);
  }

  /** The same feedback in another status. */
  public Feedback withStatus(Status other) {
    return new Feedback(
        id, site, submission, sentiment, other, spam, createdAt, expiresAt, overQuota);
  }

  /** Whether it has ceased to exist, whatever storage still holds. */
  public boolean isExpiredAt(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }
}
