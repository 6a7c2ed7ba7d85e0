package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.tenant.Plan;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What is to be different; what is left out stays. */
@Schema(name = "EditTenantRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = EditTenantRequest.Reader.class)
record EditTenantRequest(
    @Schema(minLength = 1, maxLength = 200) @Nullable String name,
    @Schema(
            type = "string",
            allowableValues = {"free", "pro", "enterprise"})
        @Nullable Plan plan) {

  static final class Reader extends ObjectReader<EditTenantRequest> {
    @Override
    protected EditTenantRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"plan\": \"pro\"}");
      var name = Words.name(fields);
      var plan = Words.plan(fields);
      if (name == null && plan == null) {
        fields.refuse("name", "required", "Send a name, a plan or both.");
      }
      fields.finish();
      return new EditTenantRequest(name, plan);
    }
  }
}
