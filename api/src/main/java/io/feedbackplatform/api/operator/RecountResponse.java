package io.feedbackplatform.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.recount.OrderedRecount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recount that was ordered, and what became of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Recount")
record RecountResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String recountId,
    @Schema(
            allowableValues = {"queued", "running", "done", "failed"},
            requiredMode = Schema.RequiredMode.REQUIRED)
        String state,
    @Schema(
            description = "Whether counters that do not fit are set right.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        boolean repair,
    @Schema(description = "Which operator.", requiredMode = Schema.RequiredMode.REQUIRED)
        String orderedBy,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant orderedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable RecountReportResponse report) {

  /** With the counters that the report names. */
  static RecountResponse of(OrderedRecount order, Instant now) {
    return of(order, now, /* details= */ true);
  }

  /** With the report's numbers alone. */
  static RecountResponse inList(OrderedRecount order, Instant now) {
    return of(order, now, /* details= */ false);
  }

  private static RecountResponse of(OrderedRecount order, Instant now, boolean details) {
    var result = order.result();
    return new RecountResponse(
        order.id().value(),
        Words.of(order.stateAt(now)),
        order.repair(),
        order.orderedBy(),
        order.orderedAt(),
        order.startedAt(),
        order.endedAt(),
        result == null ? null : RecountReportResponse.of(result, details));
  }
}
