package io.feedbackplatform.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is answered when a request fails (RFC 9457).
 *
 * @param detail how to mend it, in a sentence
 * @param requestId names the request when asking for help
 * @param errors for bad input, each broken rule
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
public record Problem(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) URI type,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int status,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String detail,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ProblemCode code,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String requestId,
    @Nullable List<Violation> errors) {

  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
