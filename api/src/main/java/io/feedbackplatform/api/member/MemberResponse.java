package io.feedbackplatform.api.member;

import io.feedbackplatform.core.member.Member;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A member of the team. */
@Schema(name = "Member")
record MemberResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String userId,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"viewer", "agent", "admin", "owner"})
        String role,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant since) {

  static MemberResponse of(Member member) {
    return new MemberResponse(member.user().value(), RoleWord.of(member.role()), member.since());
  }
}
