package io.feedbackplatform.api.member;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All invitations that are open, newest first. */
@Schema(name = "InvitationList")
record InvitationListResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<InvitationResponse> items) {}
