package io.feedbackplatform.api.apikey;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.node.NullNode;

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
                    allowableValues = {"feedback:read", "feedback:write", "analytics:read"}))
        Set<ApiKeyScope> scopes,
    @Schema(description = "From when on it is refused; without it, the key does not expire.")
        @Nullable Instant expiresAt) {

  /** Tells everything at once that is wrong with the types and words. */
  static final class Reader extends ValueDeserializer<CreateApiKeyRequest> {

    @Override
    public CreateApiKeyRequest deserialize(JsonParser parser, DeserializationContext context) {
      return read(context.readTree(parser));
    }

    @Override
    public CreateApiKeyRequest getNullValue(DeserializationContext context) {
      return read(NullNode.getInstance());
    }

    private static CreateApiKeyRequest read(JsonNode body) {
      var fields =
          new JsonFields(body, "{\"name\": \"Nightly export\", \"scopes\": [\"feedback:read\"]}");
      var name = fields.text("name");
      var words = fields.textList("scopes");
      var expiry = fields.text("expiresAt");
      fields.refuseOthers();
      var violations = new ArrayList<>(fields.violations());
      var scopes = scopes(words, violations);
      var expiresAt = expiry == null ? null : instant(expiry, violations);
      if (!violations.isEmpty()) {
        throw new DomainException.InvalidInput(violations);
      }
      return new CreateApiKeyRequest(name == null ? "" : name, scopes, expiresAt);
    }

    private static Set<ApiKeyScope> scopes(List<String> words, List<Violation> violations) {
      var scopes = EnumSet.noneOf(ApiKeyScope.class);
      for (var word : words) {
        ApiKeyScope.parse(word).ifPresent(scopes::add);
      }
      if (!words.stream().allMatch(word -> ApiKeyScope.parse(word).isPresent())) {
        violations.add(
            new Violation(
                "scopes",
                "invalid_value",
                "Send some of feedback:read, feedback:write, analytics:read."));
      }
      return scopes;
    }

    private static @Nullable Instant instant(String text, List<Violation> violations) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException notAnInstant) {
        violations.add(
            new Violation(
                "expiresAt",
                "invalid_instant",
                "Send an instant in UTC like 2026-11-01T00:00:00Z."));
        return null;
      }
    }
  }
}
