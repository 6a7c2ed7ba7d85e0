package io.feedbackplatform.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of each category or tag, those with the most feedback first.
 *
 * @param names how many categories or tags there are
 */
@Schema(name = "AnalyticsGroups")
record FacetResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant from,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Exclusive.") Instant to,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Berlin") String timeZone,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "How many have feedback, those beyond the limit included.")
        int names,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "Whether the whole range was read. One with very many names is not; ask for a shorter one.")
        boolean complete,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Group> items) {

  /**
   * One category or tag.
   *
   * @param changes absent when one of the periods was not read in whole
   */
  @Schema(name = "AnalyticsGroup")
  record Group(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
      @JsonUnwrapped FiguresResponse figures,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description =
                  "By how much it differs from the period before; left out where one of them was not read"
                      + " in whole.")
          @Nullable ChangesResponse changes) {}
}
