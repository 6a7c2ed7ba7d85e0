package io.feedbackplatform.api.site;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.site.SiteKeyInUse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How a site key is to be replaced. */
@Schema(
    name = "RotateSiteKeyRequest",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = RotateSiteKeyRequest.Reader.class)
record RotateSiteKeyRequest(
    @Schema(
            minimum = "0",
            maximum = "168",
            defaultValue = "24",
            description = "For how many hours the replaced key may still be used.")
        @Nullable Integer overlapHours) {

  Duration overlap() {
    return overlapHours == null ? SiteKeyInUse.DEFAULT_OVERLAP : Duration.ofHours(overlapHours);
  }

  static final class Reader extends ValueDeserializer<RotateSiteKeyRequest> {

    @Override
    public RotateSiteKeyRequest deserialize(JsonParser parser, DeserializationContext context) {
      var fields = new JsonFields(context.readTree(parser), "{\"overlapHours\": 24}");
      var hours = fields.integer("overlapHours");
      fields.refuseOthers();
      var violations = new ArrayList<>(fields.violations());
      if (hours != null && (hours < 0 || hours > SiteKeyInUse.LONGEST_OVERLAP.toHours())) {
        violations.add(
            new Violation("overlapHours", "out_of_range", "Send a whole number from 0 to 168."));
      }
      if (!violations.isEmpty()) {
        throw new DomainException.InvalidInput(violations);
      }
      return new RotateSiteKeyRequest(hours);
    }
  }
}
