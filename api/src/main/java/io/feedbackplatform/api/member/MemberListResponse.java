package io.feedbackplatform.api.member;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The whole team; teams are small enough to need no pages. */
@Schema(name = "MemberList")
record MemberListResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<MemberResponse> items) {}
