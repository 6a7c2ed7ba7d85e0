package io.feedbackplatform.api.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How a key, of a site or of a partner, is to be replaced. */
@Schema(name = "RotateKeyRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = RotateKeyRequest.Reader.class)
public record RotateKeyRequest(
    @Schema(
            minimum = "0",
            maximum = "168",
            defaultValue = "24",
            description = "For how many hours what is replaced may still be used.")
        @Nullable Integer overlapHours) {

  private static final int DEFAULT_HOURS = 24;
  private static final int MOST_HOURS = 168;

  /** For how long what is replaced holds: a day unless the caller says otherwise. */
  public static Duration overlapOf(@Nullable RotateKeyRequest request) {
    var hours = request == null ? null : request.overlapHours();
    return Duration.ofHours(hours == null ? DEFAULT_HOURS : hours);
  }

  static final class Reader extends ObjectReader<RotateKeyRequest> {

    @Override
    protected RotateKeyRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"overlapHours\": 24}");
      var hours = fields.integer("overlapHours");
      if (hours != null && (hours < 0 || hours > MOST_HOURS)) {
        fields.refuse("overlapHours", "out_of_range", "Send a whole number from 0 to 168.");
      }
      fields.finish();
      return new RotateKeyRequest(hours);
    }
  }
}
