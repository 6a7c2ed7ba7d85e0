package io.feedbackplatform.api.apikey;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A key to make. */
@Schema(name = "CreateApiKeyRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = CreateApiKeyRequest.Reader.class)
record CreateApiKeyRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 100)
        String name,
    @ArraySchema(
            minItems = 1,
            uniqueItems = true,
            arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED),
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {
                      "feedback:read",
                      "feedback:write",
                      "feedback:manage",
                      "analytics:read"
                    }))
        Set<ApiKeyScope> scopes,
    @Schema(description = "From when on it is refused; without it, the key does not expire.")
        @Nullable Instant expiresAt) {

  /** Tells everything at once that is wrong with the types and words. */
  static final class Reader extends ObjectReader<CreateApiKeyRequest> {

    private static final String WORDS =
        Arrays.stream(ApiKeyScope.values())
            .map(ApiKeyScope::word)
            .collect(Collectors.joining(", "));

    @Override
    protected CreateApiKeyRequest read(JsonNode body) {
      var fields =
          new JsonFields(body, "{\"name\": \"Nightly export\", \"scopes\": [\"feedback:read\"]}");
      var name = fields.text("name");
      var scopes = scopes(fields);
      var expiresAt = expiresAt(fields);
      fields.finish();
      return new CreateApiKeyRequest(name == null ? "" : name, scopes, expiresAt);
    }

    private static Set<ApiKeyScope> scopes(JsonFields fields) {
      var scopes = EnumSet.noneOf(ApiKeyScope.class);
      for (var word : fields.textList("scopes")) {
        ApiKeyScope.parse(word)
            .ifPresentOrElse(
                scopes::add,
                () -> fields.refuse("scopes", "invalid_value", "Send some of " + WORDS + "."));
      }
      return scopes;
    }

    private static @Nullable Instant expiresAt(JsonFields fields) {
      var text = fields.text("expiresAt");
      try {
        return text == null ? null : Instant.parse(text);
      } catch (DateTimeException notAnInstant) {
        fields.refuse(
            "expiresAt", "invalid_instant", "Send an instant in UTC like 2026-11-01T00:00:00Z.");
        return null;
      }
    }
  }
}
