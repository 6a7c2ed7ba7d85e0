package io.feedbackplatform.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.tenant.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An entry with all that its hash is made of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEntry")
record AuditEntryResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String tenantId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1") long sequence,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant at,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Who actor,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String operation,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) What target,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "The names of what changed, never its values.")
        List<String> fields,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String previousHash,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String hash) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AuditActor")
  record Who(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"person", "api_key", "operator", "platform"})
          String kind,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String id,
      @Nullable String address) {}

  @Schema(name = "AuditTarget")
  record What(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String kind,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String id) {}

  static AuditEntryResponse of(TenantId tenant, AuditEntry entry) {
    var event = entry.event();
    var actor = event.actor();
    return new AuditEntryResponse(
        tenant.value(),
        entry.sequence(),
        event.at(),
        new Who(actor.kind().name().toLowerCase(Locale.ROOT), actor.id(), actor.address()),
        event.operation().word(),
        new What(event.target().kind().word(), event.target().id()),
        event.fields(),
        entry.previous(),
        entry.hash());
  }
}
