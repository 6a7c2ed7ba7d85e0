package io.feedbackplatform.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.operator.OperatorGrant;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That an operator may read, or might. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OperatorGrant")
record OperatorGrantResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String grantId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String operatorId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant from,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant to,
    @Schema(
            description = "Whether it holds at this moment.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        boolean live,
    @Schema(description = "When it was ended early.") @Nullable Instant endedAt,
    @Schema(description = "When it was last used; without it, it never was.")
        @Nullable Instant lastUsedAt) {

  static OperatorGrantResponse of(OperatorGrant grant, Instant now) {
    return new OperatorGrantResponse(
        grant.id().value(),
        grant.operator().value(),
        grant.reason(),
        grant.from(),
        grant.until(),
        grant.isLiveAt(now),
        grant.endedAt(),
        grant.lastUsedAt());
  }
}
