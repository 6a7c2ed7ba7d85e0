package io.feedbackplatform.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.recount.RecountResult;
import io.feedbackplatform.core.recount.RecountResult.Drift;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a recount found. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RecountReport")
record RecountReportResponse(
    @Schema(
            description = "Whether every counter is known to fit now.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        boolean exact,
    @Schema(
            description = "Pieces of feedback that were read, spam included.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        long items,
    @Schema(
            description = "Items that could not be read; with any, nothing is compared.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        long unreadable,
    @Schema(
            description = "Counters that were compared.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        int compared,
    @Schema(
            description = "Those of them that did not fit.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        int drift,
    @Schema(
            description = "Those of these that were set right.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        int repaired,
    @Schema(
            description = "Counters that kept changing and could not be compared.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        int unsettled,
    @Schema(description = "The first 100 counters that did not fit; in lists, left out.")
        @Nullable List<DriftResponse> drifted,
    @Schema(description = "The first 100 counters that could not be compared; in lists, left out.")
        @Nullable List<CounterResponse> open) {

  /**
   * A counter that did not fit.
   *
   * @param difference by the names of what it counts
   */
  @Schema(name = "CounterDrift")
  record DriftResponse(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CounterResponse counter,
      @Schema(
              description =
                  "What it said beyond what there is, part by part: total, rated1 to rated5, nps0 to"
                      + " nps10, ces1 to ces7, positive, neutral, negative, score (in"
                      + " ten-thousandths), opened and sent.",
              requiredMode = Schema.RequiredMode.REQUIRED)
          Map<String, Long> difference,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean repaired) {

    static DriftResponse of(Drift drift) {
      var difference = new TreeMap<String, Long>();
      for (int i = 0; i < Counts.PARTS; i++) {
        if (drift.difference().part(i) != 0) {
          difference.put(Counts.NAMES.get(i), drift.difference().part(i));
        }
      }
      return new DriftResponse(CounterResponse.of(drift.key()), difference, drift.repaired());
    }
  }

  static RecountReportResponse of(RecountResult result, boolean details) {
    return new RecountReportResponse(
        result.isExact(),
        result.items(),
        result.unreadable(),
        result.compared(),
        result.drifted(),
        result.repaired(),
        result.unsettled(),
        details ? result.drift().stream().map(DriftResponse::of).toList() : null,
        details ? result.open().stream().map(CounterResponse::of).toList() : null);
  }
}
