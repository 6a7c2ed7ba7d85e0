package io.feedbackplatform.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.analytics.Scores;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was counted, as scores; one that nobody answered for is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Scores",
    description =
        "A score is left out where nobody answered. The feedback behind it is listed by the filter of the"
            + " figures with the answers added that count: rating=1,2,3,4,5 for rating and csat (4,5 for those"
            + " who are satisfied), nps=0,1,2,3,4,5,6,7,8,9,10 and ces=1,2,3,4,5,6,7.")
record ScoresResponse(
    @Schema(description = "The mean of the ratings, 1 to 5.") @Nullable EstimateResponse rating,
    @Schema(description = "Customer satisfaction: how many percent of the ratings are 4 or 5.")
        @Nullable EstimateResponse csat,
    @Schema(
            description =
                "The Net Promoter Score, -100 to 100: percent of answers 9 and 10 less percent of answers"
                    + " 0 to 6.")
        @Nullable EstimateResponse nps,
    @Schema(description = "Customer effort: the mean of the answers, 1 to 7.")
        @Nullable EstimateResponse ces,
    @Schema(description = "The mean of the sentiment's scores, -1 to 1.")
        @Nullable EstimateResponse sentiment,
    @Schema(description = "How many percent of the feedback is positive.")
        @Nullable EstimateResponse positive,
    @Schema(description = "How many percent of the feedback is negative.")
        @Nullable EstimateResponse negative,
    @Schema(description = "How many percent of the forms that visitors opened were sent.")
        @Nullable EstimateResponse responseRate) {

  static final int OF_MEANS = 2;
  static final int OF_PERCENT = 1;
  static final int OF_SENTIMENT = 3;

  static ScoresResponse of(Scores scores) {
    return new ScoresResponse(
        EstimateResponse.of(scores.rating(), OF_MEANS),
        EstimateResponse.of(scores.csat(), OF_PERCENT),
        EstimateResponse.of(scores.nps(), OF_PERCENT),
        EstimateResponse.of(scores.ces(), OF_MEANS),
        EstimateResponse.of(scores.sentiment(), OF_SENTIMENT),
        EstimateResponse.of(scores.positive(), OF_PERCENT),
        EstimateResponse.of(scores.negative(), OF_PERCENT),
        EstimateResponse.of(scores.responseRate(), OF_PERCENT));
  }
}
