package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's feedback in numbers.
 *
 * @param averageRating null when nobody has rated
 * @param ratings how many gave each of the ratings "1" to "5"
 * @param lastUpdated when the numbers last moved; null before the first feedback
 * @param timeZone by whose clocks the buckets begin, a region of the IANA database; UTC if nothing
 *     is said
 * @param series the same numbers per bucket, oldest first; empty unless a granularity was asked for
 */
public record Figures(
    long totalFeedback,
    @Nullable Double averageRating,
    Sentiments sentiment,
    Map<String, Long> ratings,
    @Nullable Instant lastUpdated,
    String timeZone,
    List<Bucket> series) {

  public Figures {
    sentiment = Objects.requireNonNullElse(sentiment, Sentiments.NONE);
    ratings = Objects.requireNonNullElse(ratings, Map.of());
    timeZone = Objects.requireNonNullElse(timeZone, "UTC");
    series = Objects.requireNonNullElse(series, List.of());
  }

  /** Feedback counted by how it sounds. */
  public record Sentiments(long positive, long neutral, long negative) {
    static final Sentiments NONE = new Sentiments(0, 0, 0);
  }

  /**
   * One hour, day or month.
   *
   * @param start its first instant
   */
  public record Bucket(
      Instant start,
      long totalFeedback,
      @Nullable Double averageRating,
      Sentiments sentiment,
      Map<String, Long> ratings) {

    public Bucket {
      Objects.requireNonNull(start, "start");
      sentiment = Objects.requireNonNullElse(sentiment, Sentiments.NONE);
      ratings = Objects.requireNonNullElse(ratings, Map.of());
    }
  }
}
