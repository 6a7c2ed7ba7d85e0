package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.text.Line;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A tenant to make, and its first owner: exactly one of an address and a user. */
@Schema(
    name = "ProvisionTenantRequest",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = ProvisionTenantRequest.Reader.class)
record ProvisionTenantRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
        String name,
    @Schema(
            type = "string",
            defaultValue = "free",
            allowableValues = {"free", "pro", "enterprise"})
        Plan plan,
    @Schema(description = "Who is invited as the first owner.", maxLength = 254, format = "email")
        @Nullable String ownerEmail,
    @Schema(description = "Who is the first owner at once.", minLength = 1, maxLength = 128)
        @Nullable String ownerUserId) {

  private static final String OWNER = "Send either ownerEmail or ownerUserId.";

  static final class Reader extends ObjectReader<ProvisionTenantRequest> {
    @Override
    protected ProvisionTenantRequest read(JsonNode body) {
      var fields =
          new JsonFields(body, "{\"name\": \"Contoso\", \"ownerEmail\": \"name@example.com\"}");
      fields.requiredText("name", "Send what people call the tenant.");
      var name = Words.name(fields);
      var plan = Words.plan(fields);
      var email = fields.text("ownerEmail");
      var user = fields.text("ownerUserId");
      if ((email == null) == (user == null)) {
        fields.refuse("ownerEmail", "required", OWNER);
      } else if (email != null && !EmailAddress.isWellFormed(email)) {
        fields.refuse("ownerEmail", "invalid_email", "Send an address like name@example.com.");
      } else if (user != null && (user.isBlank() || user.length() > 128)) {
        fields.refuse("ownerUserId", "out_of_range", "Send 1 to 128 characters.");
      } else if (user != null && !Line.isVisible(user)) {
        fields.refuse("ownerUserId", "invalid_text", "Send one line without control characters.");
      }
      fields.finish();
      return new ProvisionTenantRequest(
          name == null ? "" : name, plan == null ? Tenant.DEFAULT_PLAN : plan, email, user);
    }
  }
}
