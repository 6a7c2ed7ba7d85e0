package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.tenant.Deletion;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How long a tenant can still be saved. */
@Schema(
    name = "ScheduleDeletionRequest",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = ScheduleDeletionRequest.Reader.class)
record ScheduleDeletionRequest(
    @Schema(type = "integer", minimum = "1", maximum = "90", defaultValue = "30") int graceDays) {

  static final class Reader extends ObjectReader<ScheduleDeletionRequest> {
    @Override
    protected ScheduleDeletionRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"graceDays\": 30}");
      var days = fields.integer("graceDays");
      if (days != null && (days < 1 || days > Deletion.LONGEST_GRACE_DAYS)) {
        fields.refuse("graceDays", "out_of_range", "Send a whole number from 1 to 90.");
      }
      fields.finish();
      return new ScheduleDeletionRequest(days == null ? Deletion.DEFAULT_GRACE_DAYS : days);
    }
  }
}
