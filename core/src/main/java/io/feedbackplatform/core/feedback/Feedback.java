package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Mood;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of feedback as it is kept.
 *
 * @param tags the team's words for it, in order, as {@link Tags} has them
 */
public record Feedback(
    FeedbackId id,
    SiteId site,
    Submission submission,
    Arrival arrival,
    Mood mood,
    Status status,
    Set<String> tags) {

  public Feedback {
    tags = Tags.kept(tags);
  }

  /** The same feedback in another status. */
  public Feedback withStatus(Status other) {
    return new Feedback(id, site, submission, arrival, mood, other, tags);
  }

  /**
   * The same feedback with these tags and no others.
   *
   * @throws IllegalArgumentException when they are not as {@link Tags} has them
   */
  public Feedback withTags(Set<String> others) {
    return new Feedback(id, site, submission, arrival, mood, status, others);
  }

  /** The same feedback as a person sees its mood; absent to let the program's word stand. */
  public Feedback corrected(@Nullable Sentiment sentiment) {
    return new Feedback(id, site, submission, arrival, mood.corrected(sentiment), status, tags);
  }

  /** The same feedback as another program sees its mood. */
  public Feedback assessed(Assessment assessment) {
    return new Feedback(id, site, submission, arrival, mood.assessed(assessment), status, tags);
  }

  /** Whether it has ceased to exist, whatever storage still holds. */
  public boolean isExpiredAt(Instant now) {
    var expiresAt = arrival.expiresAt();
    return expiresAt != null && !expiresAt.isAfter(now);
  }

  /** What holds of its mood, a person's word before a program's. */
  public Assessment assessment() {
    return mood.assessment();
  }

  public Sentiment sentiment() {
    return assessment().label();
  }

  public Instant createdAt() {
    return arrival.at();
  }

  public ZoneId zone() {
    return arrival.zone();
  }

  public @Nullable Instant expiresAt() {
    return arrival.expiresAt();
  }

  public SpamScore spam() {
    return arrival.spam();
  }

  public boolean overQuota() {
    return arrival.overQuota();
  }

  public boolean fromOpenedForm() {
    return arrival.fromOpenedForm();
  }
}
