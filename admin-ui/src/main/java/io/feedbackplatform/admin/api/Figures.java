package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's feedback in numbers.
 *
 * @param totalFeedback of all time
 * @param lastUpdated when the numbers last moved; null before the first feedback
 * @param timeZone by whose clocks the buckets begin, a region of the IANA database; UTC if nothing
 *     is said
 * @param series the same numbers per bucket, oldest first; empty unless a granularity was asked for
 * @param range what the series adds up to; null without one
 * @param comparison how the range compares with the period before it; null without a series
 */
public record Figures(
    long totalFeedback,
    @Nullable Instant lastUpdated,
    String timeZone,
    List<Bucket> series,
    @Nullable Stretch range,
    @Nullable Comparison comparison) {

  public Figures {
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
   * @param averageRating null when nobody has rated
   * @param filter lists the feedback behind it
   */
  public record Bucket(
      Instant start,
      long totalFeedback,
      @Nullable Double averageRating,
      Sentiments sentiment,
      Map<String, String> filter) {

    public Bucket {
      Objects.requireNonNull(start, "start");
      sentiment = Objects.requireNonNullElse(sentiment, Sentiments.NONE);
      filter = Objects.requireNonNullElse(filter, Map.of());
    }
  }

  /**
   * A range of time.
   *
   * @param to exclusive
   * @param filter lists the feedback behind it
   */
  public record Stretch(
      Instant from,
      Instant to,
      long totalFeedback,
      Scores scores,
      Distribution distribution,
      Map<String, String> filter) {

    public Stretch {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      scores = Objects.requireNonNullElse(scores, Scores.NONE);
      distribution = Objects.requireNonNullElse(distribution, Distribution.NONE);
      filter = Objects.requireNonNullElse(filter, Map.of());
    }
  }

  /**
   * The range of time before.
   *
   * @param to exclusive
   */
  public record Comparison(
      Instant from, Instant to, long totalFeedback, @Nullable Changes changes) {

    public Comparison {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }
}
