package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One visitor's feedback. Every text in it was typed by a stranger and is to be shown as text.
 *
 * @param rating 1 to 5, if the visitor gave one
 * @param nps 0 to 10: how likely they are to recommend it
 * @param ces 1 to 7: how easy it was
 * @param metadata what the site's own code added, never null
 * @param sentimentWords the words of the message that decided, strongest first
 * @param sentimentSource who judged: lexicon, comprehend or person
 * @param tags the team's words for it, in order
 * @param spam why it looked like spam, if it did
 * @param overQuota true if it came beyond its month's quota
 */
public record Feedback(
    String feedbackId,
    @Nullable String siteId,
    @Nullable String siteName,
    @Nullable Integer rating,
    @Nullable Integer nps,
    @Nullable Integer ces,
    @Nullable String message,
    @Nullable String name,
    @Nullable String email,
    @Nullable String category,
    @Nullable String page,
    @Nullable String locale,
    Map<String, Object> metadata,
    Sentiment sentiment,
    List<String> sentimentWords,
    String sentimentSource,
    List<String> tags,
    String status,
    @Nullable SpamFinding spam,
    @Nullable Boolean overQuota,
    Instant createdAt) {

  /** The status of what is spam. */
  public static final String SPAM = "spam";

  private static final String PERSON = "person";

  public Feedback {
    Objects.requireNonNull(feedbackId, "feedbackId");
    Objects.requireNonNull(createdAt, "createdAt");
    metadata = Objects.requireNonNullElse(metadata, Map.of());
    sentiment = Objects.requireNonNullElse(sentiment, Sentiment.NEUTRAL);
    sentimentWords = List.copyOf(Objects.requireNonNullElse(sentimentWords, List.of()));
    sentimentSource = Objects.requireNonNullElse(sentimentSource, "lexicon");
    tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
    status = Objects.requireNonNullElse(status, "new");
  }

  /** Whether it came beyond its month's quota. */
  public boolean isOverQuota() {
    return Boolean.TRUE.equals(overQuota);
  }

  /** Whether somebody of the team has said how it was meant. */
  public boolean isCorrected() {
    return sentimentSource.equals(PERSON);
  }

  /** Whether it is kept apart as spam. */
  public boolean isSpam() {
    return status.equals(SPAM);
  }
}
