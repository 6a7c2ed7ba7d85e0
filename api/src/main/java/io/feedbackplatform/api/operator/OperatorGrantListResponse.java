package io.feedbackplatform.api.operator;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All grants that there were, newest first. */
@Schema(name = "OperatorGrantList")
record OperatorGrantListResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<OperatorGrantResponse> items) {}
