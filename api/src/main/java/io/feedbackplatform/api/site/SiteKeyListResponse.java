package io.feedbackplatform.api.site;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All keys of a site that are in use. */
@Schema(name = "SiteKeyList")
record SiteKeyListResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<SiteKeyResponse> items) {}
