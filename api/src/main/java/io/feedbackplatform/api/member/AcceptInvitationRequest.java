package io.feedbackplatform.api.member;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The token of an invitation. */
@Schema(
    name = "AcceptInvitationRequest",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = AcceptInvitationRequest.Reader.class)
record AcceptInvitationRequest(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String token) {

  static final class Reader extends ObjectReader<AcceptInvitationRequest> {
    @Override
    protected AcceptInvitationRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"token\": \"fbi_...\"}");
      var token = fields.requiredText("token", "Send the token that the invitation's link holds.");
      fields.finish();
      return new AcceptInvitationRequest(token);
    }
  }

  /** The token is a secret. */
  @Override
  public String toString() {
    return "AcceptInvitationRequest";
  }
}
