package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One visitor's feedback. Every text in it was typed by a stranger and is to be shown as text.
 *
 * @param rating 1 to 5, if the visitor gave one
 * @param metadata what the site's own code added, never null
 */
public record Feedback(
    String feedbackId,
    @Nullable String siteId,
    @Nullable String siteName,
    @Nullable Integer rating,
    @Nullable String message,
    @Nullable String name,
    @Nullable String email,
    @Nullable String category,
    @Nullable String page,
    @Nullable String locale,
    Map<String, Object> metadata,
    Sentiment sentiment,
    String status,
    Instant createdAt) {

  public Feedback {
    Objects.requireNonNull(feedbackId, "feedbackId");
    Objects.requireNonNull(createdAt, "createdAt");
    metadata = Objects.requireNonNullElse(metadata, Map.of());
    sentiment = Objects.requireNonNullElse(sentiment, Sentiment.NEUTRAL);
    status = Objects.requireNonNullElse(status, "new");
  }
}
