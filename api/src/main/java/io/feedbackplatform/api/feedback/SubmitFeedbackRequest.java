package io.feedbackplatform.api.feedback;

import io.feedbackplatform.core.feedback.Answers;
import io.feedbackplatform.core.feedback.Submission;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The body of a submission, with every value of the right type. */
@Schema(
    name = "SubmitFeedbackRequest",
    description =
        "An answer on a scale, a message, or several of these, and what else the page cares to add.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = SubmitFeedbackRequestReader.class)
record SubmitFeedbackRequest(
    @Schema(
            description =
                "Must be the site of the site key; with an API key required, and one of the tenant's sites.")
        @Nullable String siteId,
    @Schema(minimum = "1", maximum = "5", description = "How satisfied: 1 (worst) to 5 (best).")
        @Nullable Integer rating,
    @Schema(
            minimum = "0",
            maximum = "10",
            description =
                "How likely to recommend (Net Promoter Score): 0 (not at all) to 10 (extremely).")
        @Nullable Integer nps,
    @Schema(
            minimum = "1",
            maximum = "7",
            description =
                "How easy (Customer Effort Score): 1 (strongly disagree) to 7 (strongly agree).")
        @Nullable Integer ces,
    @Schema(maxLength = 5000) @Nullable String message,
    @Schema(maxLength = 200) @Nullable String name,
    @Schema(maxLength = 254, format = "email") @Nullable String email,
    @Schema(maxLength = 50) @Nullable String category,
    @Schema(maxLength = 2048, format = "uri", description = "Absolute http(s) address.")
        @Nullable String page,
    @Schema(maxLength = 35, description = "Language tag (BCP 47).") @Nullable String locale,
    @Schema(
            types = "object",
            additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
            description =
                "At most 20 entries; keys of at most 50 characters, values of at most 500, each a string,"
                    + " a number or a boolean.")
        Map<String, String> metadata,
    Check check) {

  /**
   * @throws io.feedbackplatform.core.DomainException.InvalidInput listing every rule that is broken
   */
  Submission submission() {
    return new Submission(
        new Answers(rating, nps, ces), message, name, email, category, page, locale, metadata);
  }
}
