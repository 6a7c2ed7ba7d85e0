package io.feedbackplatform.api.tenant;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.TenantSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What is to be different; what is left out stays. */
@Schema(name = "SettingsRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = SettingsRequest.Reader.class)
record SettingsRequest(
    @Schema(
            type = "string",
            example = "Europe/Berlin",
            description = "A region of the IANA time zone database, or UTC.")
        @Nullable ZoneId timeZone,
    @Schema(
            type = "string",
            allowableValues = {"lexicon", "comprehend"},
            description =
                "Who judges the sentiment of feedback: the platform's own word lists, at once; or a while"
                    + " later Amazon Comprehend, too, whose word then stands.")
        @Nullable SentimentBy sentimentBy) {

  static final class Reader extends ObjectReader<SettingsRequest> {
    @Override
    protected SettingsRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"timeZone\": \"Europe/Berlin\"}");
      var timeZone = timeZone(fields);
      var sentimentBy = sentimentBy(fields);
      if (!fields.has("timeZone") && !fields.has("sentimentBy")) {
        fields.refuse("timeZone", "required", "Send a timeZone, a sentimentBy or both.");
      }
      fields.finish();
      return new SettingsRequest(timeZone, sentimentBy);
    }

    private static @Nullable ZoneId timeZone(JsonFields fields) {
      var id = fields.text("timeZone");
      var zone = id == null ? null : TenantSettings.timeZone(id).orElse(null);
      if (id != null && zone == null) {
        fields.refuse(
            "timeZone",
            "unknown_time_zone",
            "Send the name of a region as the IANA time zone database spells it, for example"
                + " Europe/Berlin, America/New_York or UTC. Offsets such as +02:00 and abbreviations such"
                + " as CEST are not regions.");
      }
      return zone;
    }

    private static @Nullable SentimentBy sentimentBy(JsonFields fields) {
      return switch (fields.text("sentimentBy")) {
        case null -> null;
        case "lexicon" -> SentimentBy.LEXICON;
        case "comprehend" -> SentimentBy.COMPREHEND;
        default -> {
          fields.refuse("sentimentBy", "invalid_value", "Send lexicon or comprehend.");
          yield null;
        }
      };
    }
  }
}
