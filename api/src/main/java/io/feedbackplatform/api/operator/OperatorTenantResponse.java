package io.feedbackplatform.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.tenant.Tenant;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tenant as operators see it: nothing of what it holds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OperatorTenant")
record OperatorTenantResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String tenantId,
    @Nullable String name,
    @Schema(allowableValues = {"free", "pro", "enterprise"}) @Nullable String plan,
    @Nullable String timeZone,
    @Schema(allowableValues = {"lexicon", "comprehend"}) @Nullable String sentimentBy,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"active", "suspended", "deletion_scheduled", "deleted"})
        String state,
    @Nullable Instant createdAt,
    @Nullable Instant suspendedAt,
    @Nullable String suspendedFor,
    @Nullable String deletionScheduledBy,
    @Nullable Instant deletionScheduledAt,
    @Nullable Instant deletionDueAt,
    @Nullable Instant deletedAt) {

  static OperatorTenantResponse of(Tenant tenant) {
    var suspension = tenant.suspension();
    var deletion = tenant.deletion();
    return new OperatorTenantResponse(
        tenant.id().value(),
        tenant.name(),
        Words.of(tenant.plan()),
        tenant.settings().timeZone().getId(),
        Words.of(tenant.settings().sentimentBy()),
        Words.of(tenant.state()),
        tenant.createdAt(),
        suspension == null ? null : suspension.since(),
        suspension == null ? null : suspension.reason(),
        deletion == null ? null : deletion.scheduledBy(),
        deletion == null ? null : deletion.scheduledAt(),
        deletion == null ? null : deletion.dueAt(),
        null);
  }

  static OperatorTenantResponse of(RegisteredTenant entry) {
    return switch (entry) {
      case RegisteredTenant.Present present ->
          new OperatorTenantResponse(
              present.id().value(),
              present.name(),
              Words.of(present.plan()),
              present.settings().timeZone().getId(),
              Words.of(present.settings().sentimentBy()),
              Words.of(present.state()),
              present.createdAt(),
              null,
              null,
              null,
              null,
              present.deletionDueAt(),
              null);
      case RegisteredTenant.Removed removed ->
          new OperatorTenantResponse(
              removed.id().value(),
              null,
              null,
              null,
              null,
              "deleted",
              null,
              null,
              null,
              removed.scheduledBy(),
              removed.scheduledAt(),
              null,
              removed.removedAt());
    };
  }
}
