package io.feedbackplatform.api.feedback;

import io.feedbackplatform.api.request.Json;
import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.core.proof.WorkSolution;
import io.feedbackplatform.core.spam.Visit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What tells visitors from programs. It is looked at, and not kept but for whether the form is
 * counted.
 */
@Schema(
    name = "FeedbackCheck",
    description =
        "How the visitor came to send it, to tell people from programs. Nothing of it is kept but"
            + " openingCounted.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record Check(
    @Schema(
            maxLength = 1000,
            description =
                "Where the site asks for proof of work: the solution of a challenge from GET"
                    + " /widget/challenge, as JSON in Base64 as ALTCHA spells it.")
        @Nullable String solution,
    @Schema(description = "What stands in a field that people do not see.") @Nullable String trap,
    @Schema(minimum = "0", description = "Milliseconds since the form was opened.")
        @Nullable Integer openForMs,
    @Schema(
            description =
                "Whether this is the first feedback of a form for which POST /feedback/opened was answered"
                    + " with 204. The response rate is the share of opened forms with such feedback.")
        @Nullable Boolean openingCounted) {

  /** What solves no challenge of anybody's. */
  private static final WorkSolution UNREADABLE = new WorkSolution("", "", -1, "", "");

  private static final int LONGEST_SOLUTION = 1_000;

  static Check in(JsonFields body) {
    var fields = body.within("check");
    var check = of(fields);
    fields.refuseOthers();
    return check;
  }

  private static Check of(JsonFields fields) {
    var check =
        new Check(
            fields.text("solution"),
            fields.text("trap"),
            fields.integer("openForMs"),
            fields.flag("openingCounted"));
    if (check.openForMs() != null && check.openForMs() < 0) {
      fields.refuse("openForMs", "out_of_range", "Send milliseconds, 0 or more.");
    }
    return check;
  }

  Visit visit() {
    return new Visit(
        trap != null && !trap.isEmpty(),
        openForMs == null ? null : Duration.ofMillis(openForMs),
        Boolean.TRUE.equals(openingCounted));
  }

  @Nullable WorkSolution workSolution() {
    return solution == null ? null : read(solution);
  }

  private static WorkSolution read(String text) {
    if (text.length() > LONGEST_SOLUTION) {
      return UNREADABLE;
    }
    try {
      var parts = Json.mapper().readTree(Base64.getDecoder().decode(text));
      var number = parts.path("number");
      return new WorkSolution(
          text(parts, "algorithm"),
          text(parts, "challenge"),
          number.isIntegralNumber() && number.canConvertToLong() ? number.longValue() : -1,
          text(parts, "salt"),
          text(parts, "signature"));
    } catch (IllegalArgumentException | JacksonException unreadable) {
      return UNREADABLE;
    }
  }

  private static String text(JsonNode parts, String name) {
    var part = parts.path(name);
    return part.isString() ? part.stringValue() : "";
  }
}
