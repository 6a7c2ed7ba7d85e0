package io.feedbackplatform.api.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.member.Member;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member of the team. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Member")
record MemberResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String userId,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"viewer", "agent", "admin", "owner"})
        String role,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant since,
    @Schema(
            description =
                "The address that their invitation went to; no proof of who they are. Absent for who was"
                    + " not invited.")
        @Nullable String invitedAs) {

  static MemberResponse of(Member member) {
    var invitedAs = member.invitedAs();
    return new MemberResponse(
        member.user().value(),
        RoleWord.of(member.role()),
        member.since(),
        invitedAs == null ? null : invitedAs.value());
  }
}
