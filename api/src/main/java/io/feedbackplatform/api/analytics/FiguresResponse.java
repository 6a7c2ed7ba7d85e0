package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scores;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of whatever was counted.
 *
 * @param averageRating to two decimals, null when nothing was rated
 */
record FiguresResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long totalFeedback,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            types = {"number", "null"})
        @Nullable BigDecimal averageRating,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CountsResponse.Sentiments sentiment,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CountsResponse.Ratings ratings,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) DistributionResponse distribution,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ScoresResponse scores,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "The query parameters by which GET /feedback lists what these figures count.",
            example = "{\"from\": \"2026-11-01T00:00:00Z\", \"to\": \"2026-12-01T00:00:00Z\"}")
        Map<String, String> filter) {

  static FiguresResponse of(Counts kept, Map<String, String> filter) {
    var counts = kept.shown();
    var former = CountsResponse.of(counts);
    return new FiguresResponse(
        former.totalFeedback(),
        former.averageRating(),
        former.sentiment(),
        former.ratings(),
        DistributionResponse.of(counts),
        ScoresResponse.of(Scores.of(counts)),
        filter);
  }
}
