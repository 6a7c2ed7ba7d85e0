package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.tenant.Suspension;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Why a tenant is suspended. */
@Schema(
    name = "SuspendTenantRequest",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = SuspendTenantRequest.Reader.class)
record SuspendTenantRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 500)
        String reason) {

  static final class Reader extends ObjectReader<SuspendTenantRequest> {
    @Override
    protected SuspendTenantRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"reason\": \"Invoices are unpaid.\"}");
      var reason = Words.reason(fields, 1, Suspension.LONGEST_REASON);
      fields.finish();
      return new SuspendTenantRequest(reason);
    }
  }
}
