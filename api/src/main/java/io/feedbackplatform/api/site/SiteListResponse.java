package io.feedbackplatform.api.site;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All sites of the tenant. */
@Schema(name = "SiteList")
record SiteListResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<SiteResponse> items) {}
