package io.feedbackplatform.api.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Histogram;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The parts that a total and a bucket have in common. */
record CountsResponse(
    long totalFeedback, @Nullable BigDecimal averageRating, Sentiments sentiment, Ratings ratings) {

  static CountsResponse of(Counts counts) {
    return new CountsResponse(
        counts.total(),
        counts.averageRating().orElse(null),
        new Sentiments(counts.positive(), counts.neutral(), counts.negative()),
        ratings(counts.rating()));
  }

  private static Ratings ratings(Histogram rating) {
    return new Ratings(
        rating.count(1), rating.count(2), rating.count(3), rating.count(4), rating.count(5));
  }

  @Schema(name = "SentimentCounts")
  record Sentiments(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long positive,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long neutral,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long negative) {}

  @Schema(name = "RatingCounts")
  record Ratings(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("1") long ones,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("2") long twos,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("3") long threes,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("4") long fours,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("5") long fives) {}
}
