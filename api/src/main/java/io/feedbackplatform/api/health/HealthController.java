package io.feedbackplatform.api.health;

import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "health")
class HealthController {

  private final Readiness readiness;

  HealthController(Readiness readiness) {
    this.readiness = readiness;
  }

  @Operation(operationId = "getHealth", summary = "Whether the process lives")
  @GetMapping
  HealthResponse live() {
    return HealthResponse.up();
  }

  @Operation(operationId = "getReadiness", summary = "Whether storage answers")
  @GetMapping("/ready")
  HealthResponse ready() {
    if (!readiness.isReady()) {
      throw new ProblemException(
          ProblemCode.SERVICE_UNAVAILABLE,
          "Storage does not answer. Ask again in a second.",
          Map.of("Retry-After", "1"));
    }
    return HealthResponse.up();
  }
}
