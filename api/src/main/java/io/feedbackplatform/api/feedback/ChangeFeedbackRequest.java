package io.feedbackplatform.api.feedback;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.feedback.FeedbackEdit;
import io.feedbackplatform.core.feedback.FeedbackEdit.Correction;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Tags;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What becomes of a piece of feedback. */
@Schema(
    name = "ChangeFeedbackRequest",
    description = "At least one of the fields; what is left out stays.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = ChangeFeedbackRequest.Reader.class)
record ChangeFeedbackRequest(
    @Schema(
            type = "string",
            allowableValues = {"new", "open", "in_progress", "resolved", "spam", "archived"})
        @Nullable Status status,
    @ArraySchema(
            maxItems = Tags.MOST,
            schema = @Schema(type = "string", minLength = 1, maxLength = Tags.LONGEST),
            arraySchema =
                @Schema(
                    description =
                        "All tags that it is to have, none in an empty list; they are kept in lower case and in"
                            + " order. null is as if it were left out."))
        @Nullable Set<String> tags,
    @Schema(
            name = "sentiment",
            types = {"string", "null"},
            allowableValues = {"positive", "neutral", "negative"},
            description =
                "A person's word, which stands before the analyser's; null lets the analyser's stand"
                    + " again.")
        @Nullable Correction correction) {

  FeedbackEdit edit() {
    return new FeedbackEdit(status, tags, correction);
  }

  static final class Reader extends ObjectReader<ChangeFeedbackRequest> {

    @Override
    protected ChangeFeedbackRequest read(JsonNode body) {
      var fields = new JsonFields(body, "{\"status\": \"spam\"}");
      var request = new ChangeFeedbackRequest(status(fields), tags(fields), correction(fields));
      if (request.equals(NOTHING) && fields.violations().isEmpty()) {
        fields.refuse("body", "required", "Send at least one of status, tags and sentiment.");
      }
      fields.finish();
      return request;
    }

    private static final ChangeFeedbackRequest NOTHING =
        new ChangeFeedbackRequest(null, null, null);

    private static @Nullable Status status(JsonFields fields) {
      var word = fields.text("status");
      if (word == null) {
        return null;
      }
      var status = StatusWord.parse(word);
      if (status.isEmpty()) {
        fields.refuse("status", "invalid_status", StatusWord.NEEDED);
      }
      return status.orElse(null);
    }

    private static @Nullable Set<String> tags(JsonFields fields) {
      if (!fields.has("tags")) {
        return null;
      }
      try {
        return Tags.of(fields.textList("tags"));
      } catch (DomainException.InvalidInput invalid) {
        invalid
            .violations()
            .forEach(broken -> fields.refuse(broken.field(), broken.code(), broken.message()));
        return Set.of();
      }
    }

    private static @Nullable Correction correction(JsonFields fields) {
      if (fields.hasNull("sentiment")) {
        return new Correction(null);
      }
      var word = fields.text("sentiment");
      if (word == null) {
        return null;
      }
      var sentiment = SentimentWord.parse(word);
      if (sentiment.isEmpty()) {
        fields.refuse("sentiment", "invalid_sentiment", SentimentWord.NEEDED);
      }
      return new Correction(sentiment.orElse(null));
    }
  }
}
