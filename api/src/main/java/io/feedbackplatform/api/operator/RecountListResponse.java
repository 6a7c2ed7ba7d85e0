package io.feedbackplatform.api.operator;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What was ordered for a tenant in the last 30 days. */
@Schema(name = "RecountList")
record RecountListResponse(
    @Schema(
            description = "Newest first, without the counters that reports name.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        List<RecountResponse> items) {}
