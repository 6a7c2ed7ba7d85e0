package io.feedbackplatform.api.member;

import io.feedbackplatform.core.member.Membership;
import io.swagger.v3.oas.annotations.media.Schema;

/** What somebody has become a member of. */
@Schema(name = "Membership")
record MembershipResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String tenantId,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"viewer", "agent", "admin", "owner"})
        String role) {

  static MembershipResponse of(Membership membership) {
    return new MembershipResponse(membership.tenant().value(), RoleWord.of(membership.role()));
  }
}
