package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.contact.EmailAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Who is to own a tenant that nobody owns. */
@Schema(name = "InviteOwnerRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = InviteOwnerRequest.Reader.class)
record InviteOwnerRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 254, format = "email")
        String ownerEmail) {

  private static final String NEEDED = "Send an address like name@example.com.";

  static final class Reader extends ObjectReader<InviteOwnerRequest> {
    @Override
    protected InviteOwnerRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"ownerEmail\": \"name@example.com\"}");
      var email = fields.requiredText("ownerEmail", NEEDED).strip();
      if (!EmailAddress.isWellFormed(email)) {
        fields.refuse("ownerEmail", "invalid_email", NEEDED);
      }
      fields.finish();
      return new InviteOwnerRequest(email);
    }
  }
}
