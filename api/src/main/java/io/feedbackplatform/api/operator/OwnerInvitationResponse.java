package io.feedbackplatform.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.member.InvitePerson.Invited;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How somebody may become a tenant's first owner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OwnerInvitation")
record OwnerInvitationResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String invitationId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String email,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant expiresAt,
    @Schema(description = "When the mail was handed over; absent when it was not.")
        @Nullable Instant mailedAt,
    @Schema(
            description = "Whoever has it becomes the owner; shown once.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        String token) {

  static OwnerInvitationResponse of(Invited invited) {
    var invitation = invited.invitation();
    return new OwnerInvitationResponse(
        invitation.id().value(),
        invitation.email().value(),
        invitation.expiresAt(),
        invitation.mailedAt(),
        invited.token().value());
  }

  /** The token is a secret. */
  @Override
  public String toString() {
    return "OwnerInvitationResponse[" + invitationId + "]";
  }
}
