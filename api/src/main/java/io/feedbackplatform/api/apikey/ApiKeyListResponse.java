package io.feedbackplatform.api.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All keys of the tenant, ended ones too. */
@Schema(name = "ApiKeyList")
record ApiKeyListResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<ApiKeyResponse> items) {}
