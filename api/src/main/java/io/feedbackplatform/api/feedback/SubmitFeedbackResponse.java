package io.feedbackplatform.api.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a submission became. A repeated request reads the same, whatever the team did meanwhile. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubmitFeedbackResponse")
record SubmitFeedbackResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String feedbackId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant createdAt,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"new"})
        String status,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"positive", "neutral", "negative"})
        String sentiment,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String siteId,
    @Nullable Integer rating,
    @Nullable Integer nps,
    @Nullable Integer ces,
    @Nullable String message) {

  static SubmitFeedbackResponse of(Feedback feedback) {
    return new SubmitFeedbackResponse(
        feedback.id().value(),
        feedback.createdAt(),
        FeedbackResponse.word(Status.NEW),
        FeedbackResponse.word(feedback.sentiment()),
        feedback.site().value(),
        feedback.submission().rating(),
        feedback.submission().nps(),
        feedback.submission().ces(),
        feedback.submission().message());
  }
}
