package io.feedbackplatform.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a tenant or of one of its sites.
 *
 * @param figures of all time
 * @param lastUpdated null when nothing was ever counted
 * @param range what the series adds up to
 * @param comparison the period before, which is as long
 * @param series only when a granularity was asked for; buckets without feedback are in it
 */
@Schema(name = "Analytics")
record AnalyticsResponse(
    @JsonUnwrapped FiguresResponse figures,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            types = {"string", "null"},
            format = "date-time")
        @Nullable Instant lastUpdated,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "Europe/Berlin",
            description = "Hours, days and months are those of this time zone.")
        String timeZone,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Range range,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Comparison comparison,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Period> series) {

  /** All that was asked for. */
  @Schema(name = "AnalyticsRange")
  record Range(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant from,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Exclusive.") Instant to,
      @JsonUnwrapped FiguresResponse figures) {}

  /** The same of the period before, and how the range differs from it. */
  @Schema(name = "AnalyticsComparison")
  record Comparison(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant from,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Exclusive.") Instant to,
      @JsonUnwrapped FiguresResponse figures,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ChangesResponse changes) {}

  /** One bucket. */
  @Schema(name = "AnalyticsPeriod")
  record Period(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant start,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Exclusive.") Instant end,
      @JsonUnwrapped FiguresResponse figures) {}
}
