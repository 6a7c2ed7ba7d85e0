package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.statistics.Estimate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A score or an average, and how sure it is. */
@Schema(
    name = "Estimate",
    description = "A score or an average, and between what it lies with 95 % confidence.")
record EstimateResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BigDecimal value,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The size of the sample.")
        long n,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BigDecimal low,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BigDecimal high) {

  static @Nullable EstimateResponse of(Optional<Estimate> estimate, int decimals) {
    return estimate
        .map(found ->
            new EstimateResponse(
                rounded(found.value(), decimals),
                found.n(),
                rounded(found.interval().low(), decimals),
                rounded(found.interval().high(), decimals)))
        .orElse(null);
  }

  static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
