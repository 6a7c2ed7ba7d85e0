package io.feedbackplatform.api.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** The data of an event. */
@Schema(name = "LiveFigures", description = "The data of an event 'figures'.")
record LiveFiguresResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Of all time.")
        FiguresResponse total,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Of the present day by the tenant's clocks.")
        FiguresResponse today,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "When they were read.")
        Instant at) {}
