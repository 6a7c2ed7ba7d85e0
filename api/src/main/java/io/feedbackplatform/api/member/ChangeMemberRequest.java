package io.feedbackplatform.api.member;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.member.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What becomes of a member. */
@Schema(name = "ChangeMemberRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = ChangeMemberRequest.Reader.class)
record ChangeMemberRequest(
    @Schema(
            type = "string",
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"viewer", "agent", "admin", "owner"})
        Role role) {

  static final class Reader extends ObjectReader<ChangeMemberRequest> {
    @Override
    protected ChangeMemberRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"role\": \"agent\"}");
      var role = RoleWord.in(fields);
      fields.finish();
      return new ChangeMemberRequest(role);
    }
  }
}
