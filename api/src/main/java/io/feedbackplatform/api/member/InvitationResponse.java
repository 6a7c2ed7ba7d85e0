package io.feedbackplatform.api.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.member.Invitation;
import io.feedbackplatform.core.member.InvitationToken;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invitation that is open. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Invitation")
record InvitationResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String invitationId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String email,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"viewer", "agent", "admin", "owner"})
        String role,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant createdAt,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant expiresAt,
    @Schema(
            description =
                "When the mail with the newest link was handed over; absent when it was not.")
        @Nullable Instant mailedAt,
    @Schema(description = "Shown once, to who invites; whoever has it can accept.")
        @Nullable String token) {

  static InvitationResponse of(Invitation invitation, @Nullable InvitationToken token) {
    return new InvitationResponse(
        invitation.id().value(),
        invitation.email().value(),
        RoleWord.of(invitation.role()),
        invitation.createdAt(),
        invitation.expiresAt(),
        invitation.mailedAt(),
        token == null ? null : token.value());
  }

  /** The token is a secret. */
  @Override
  public String toString() {
    return "InvitationResponse[" + invitationId + "]";
  }
}
