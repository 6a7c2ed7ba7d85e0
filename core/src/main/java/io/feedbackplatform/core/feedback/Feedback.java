package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of feedback as it is kept.
 *
 * @param expiresAt when it ceases to exist, to the second; absent to keep it
 * @param overQuota whether its month had as much feedback as the tenant's plan covers before it
 */
public record Feedback(
    FeedbackId id,
    SiteId site,
    Submission submission,
    Sentiment sentiment,
    Status status,
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
      Instant createdAt,
      @Nullable Instant expiresAt) {
    this(id, site, submission, sentiment, status, createdAt, expiresAt, false);
  }

  /** Whether it has ceased to exist, whatever storage still holds. */
  public boolean isExpiredAt(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }
}
