package io.feedbackplatform.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counters of a tenant or of one of its sites.
 *
 * @param averageRating to two decimals, null when nothing was rated
 * @param lastUpdated null when nothing was ever counted
 * @param series only when a granularity was asked for; buckets without feedback are in it
 */
@Schema(name = "Analytics")
record AnalyticsResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long totalFeedback,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            types = {"number", "null"})
        @Nullable BigDecimal averageRating,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CountsResponse.Sentiments sentiment,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CountsResponse.Ratings ratings,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            types = {"string", "null"},
            format = "date-time")
        @Nullable Instant lastUpdated,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Period> series) {

  @Schema(name = "AnalyticsPeriod")
  record Period(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant start,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long totalFeedback,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              types = {"number", "null"})
          @Nullable BigDecimal averageRating,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CountsResponse.Sentiments sentiment,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CountsResponse.Ratings ratings) {}
}
