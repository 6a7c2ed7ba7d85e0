package io.feedbackplatform.api.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.tenant.Tenant;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who the caller is, and for which tenants they may act. */
@Schema(name = "Me")
record MeResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String userId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String username,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<OwnTenant> tenants) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "OwnTenant")
  record OwnTenant(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String tenantId,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"viewer", "agent", "admin", "owner"})
          String role,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "In any other state than active it is read and not changed.",
              allowableValues = {"active", "suspended", "deletion_scheduled"})
          String state,
      @Schema(description = "Why it is suspended.") @Nullable String suspendedFor,
      @Schema(description = "When all of it is removed, unless that is cancelled.")
          @Nullable Instant deletionDueAt) {

    static OwnTenant of(Tenant tenant, Role role) {
      var suspension = tenant.suspension();
      var deletion = tenant.deletion();
      return new OwnTenant(
          tenant.id().value(),
          tenant.name(),
          RoleWord.of(role),
          tenant.state().name().toLowerCase(Locale.ROOT),
          suspension == null ? null : suspension.reason(),
          deletion == null ? null : deletion.dueAt());
    }
  }
}
