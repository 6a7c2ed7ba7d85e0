package io.feedbackplatform.api.member;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.member.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Who is invited, and as what. */
@Schema(name = "InvitePersonRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = InvitePersonRequest.Reader.class)
record InvitePersonRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 254, format = "email")
        String email,
    @Schema(
            type = "string",
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"viewer", "agent", "admin", "owner"})
        Role role) {

  private static final String NEEDED = "Send an address like name@example.com.";

  static final class Reader extends ObjectReader<InvitePersonRequest> {
    @Override
    protected InvitePersonRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"email\": \"name@example.com\", \"role\": \"agent\"}");
      var email = fields.requiredText("email", NEEDED).strip();
      if (!EmailAddress.isWellFormed(email)) {
        fields.refuse("email", "invalid_email", NEEDED);
      }
      var role = RoleWord.in(fields);
      fields.finish();
      return new InvitePersonRequest(email, role);
    }
  }
}
