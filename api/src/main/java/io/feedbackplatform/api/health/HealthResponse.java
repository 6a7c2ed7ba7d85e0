package io.feedbackplatform.api.health;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Health")
record HealthResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "UP") String status) {

  static HealthResponse up() {
    return new HealthResponse("UP");
  }
}
