package io.feedbackplatform.api.feedback;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.feedback.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What becomes of a piece of feedback. */
@Schema(
    name = "ChangeFeedbackRequest",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = ChangeFeedbackRequest.Reader.class)
record ChangeFeedbackRequest(
    @Schema(
            type = "string",
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"new", "open", "in_progress", "resolved", "spam", "archived"})
        Status status) {

  static final class Reader extends ObjectReader<ChangeFeedbackRequest> {

    @Override
    protected ChangeFeedbackRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"status\": \"spam\"}");
      var status = StatusWord.parse(fields.requiredText("status", StatusWord.NEEDED));
      if (status.isEmpty()) {
        fields.refuse("status", "invalid_status", StatusWord.NEEDED);
      }
      fields.finish();
      return new ChangeFeedbackRequest(status.orElseThrow());
    }
  }
}
