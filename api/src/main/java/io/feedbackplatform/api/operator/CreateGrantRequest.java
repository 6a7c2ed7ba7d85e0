package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.operator.OperatorGrant;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Why an operator wants to read a tenant, and for how long. */
@Schema(
    name = "CreateOperatorGrantRequest",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = CreateGrantRequest.Reader.class)
record CreateGrantRequest(
    @Schema(
            description = "The tenant sees it.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minLength = 10,
            maxLength = 500)
        String reason,
    @Schema(type = "integer", minimum = "1", maximum = "240", defaultValue = "60") int minutes) {

  static final class Reader extends ObjectReader<CreateGrantRequest> {
    @Override
    protected CreateGrantRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"reason\": \"Ticket 4711: the inbox stays empty\"}");
      var reason =
          Words.reason(fields, OperatorGrant.SHORTEST_REASON, OperatorGrant.LONGEST_REASON);
      var minutes = fields.integer("minutes");
      if (minutes != null && (minutes < 1 || minutes > OperatorGrant.LONGEST.toMinutes())) {
        fields.refuse("minutes", "out_of_range", "Send a whole number from 1 to 240.");
      }
      fields.finish();
      return new CreateGrantRequest(
          reason, minutes == null ? (int) OperatorGrant.DEFAULT_LENGTH.toMinutes() : minutes);
    }
  }

  Duration length() {
    return Duration.ofMinutes(minutes);
  }
}
