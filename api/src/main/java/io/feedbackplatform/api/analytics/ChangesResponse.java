package io.feedbackplatform.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scores;
import io.feedbackplatform.core.statistics.Difference;
import io.feedbackplatform.core.statistics.Estimate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By how much a period differs from the one before it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Changes",
    description =
        "By how much a period differs from the one before. A score is left out where nobody answered in"
            + " one of them.")
record ChangesResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Total totalFeedback,
    @Nullable Change rating,
    @Nullable Change csat,
    @Nullable Change nps,
    @Nullable Change ces,
    @Nullable Change sentiment,
    @Nullable Change positive,
    @Nullable Change negative,
    @Nullable Change responseRate) {

  /** A count has no interval: pieces of feedback do not come by themselves, but in waves. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TotalChange")
  record Total(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long value,
      @Schema(description = "Left out where there was no feedback before.")
          @Nullable BigDecimal percentage) {}

  /** The change of a score. */
  @Schema(name = "Change")
  record Change(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BigDecimal value,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BigDecimal low,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BigDecimal high,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description =
                  "Whether there is a change with 95 % confidence: from low to high is no 0, which is judged"
                      + " before they are rounded.")
          boolean significant) {}

  static ChangesResponse between(Counts keptNow, Counts keptBefore) {
    var now = keptNow.shown();
    var before = keptBefore.shown();
    var scores = Scores.of(now);
    var former = Scores.of(before);
    return new ChangesResponse(
        total(now.total(), before.total()),
        change(scores.rating(), former.rating(), ScoresResponse.OF_MEANS),
        change(scores.csat(), former.csat(), ScoresResponse.OF_PERCENT),
        change(scores.nps(), former.nps(), ScoresResponse.OF_PERCENT),
        change(scores.ces(), former.ces(), ScoresResponse.OF_MEANS),
        change(scores.sentiment(), former.sentiment(), ScoresResponse.OF_SENTIMENT),
        change(scores.positive(), former.positive(), ScoresResponse.OF_PERCENT),
        change(scores.negative(), former.negative(), ScoresResponse.OF_PERCENT),
        change(scores.responseRate(), former.responseRate(), ScoresResponse.OF_PERCENT));
  }

  private static Total total(long now, long before) {
    return new Total(
        now - before,
        before == 0
            ? null
            : EstimateResponse.rounded(100.0 * (now - before) / before, ScoresResponse.OF_PERCENT));
  }

  private static @Nullable Change change(
      Optional<Estimate> now, Optional<Estimate> before, int decimals) {
    if (now.isEmpty() || before.isEmpty()) {
      return null;
    }
    var difference = Difference.between(now.get(), before.get());
    return new Change(
        EstimateResponse.rounded(difference.value(), decimals),
        EstimateResponse.rounded(difference.interval().low(), decimals),
        EstimateResponse.rounded(difference.interval().high(), decimals),
        difference.isSignificant());
  }
}
