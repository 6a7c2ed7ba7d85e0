package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a recount is to do about what does not fit. */
@Schema(name = "OrderRecountRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = OrderRecountRequest.Reader.class)
record OrderRecountRequest(
    @Schema(
            type = "boolean",
            defaultValue = "false",
            description = "Whether to set right the counters that do not fit.")
        boolean repair) {

  static final class Reader extends ObjectReader<OrderRecountRequest> {
    @Override
    protected OrderRecountRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"repair\": true}");
      var repair = fields.flag("repair");
      fields.finish();
      return new OrderRecountRequest(repair != null && repair);
    }
  }
}
