package io.feedbackplatform.api.member;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Who the caller is, and for which tenants they may act. */
@Schema(name = "Me")
record MeResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String userId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String username,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<OwnTenant> tenants) {

  @Schema(name = "OwnTenant")
  record OwnTenant(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String tenantId,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"viewer", "agent", "admin", "owner"})
          String role) {}
}
