package io.feedbackplatform.api.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.apikey.ApiKey;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.IssuedApiKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key, without its secret but in the one answer that made it.
 *
 * @param apiKey what the partner sends; in the answer to its making only
 * @param formerSecretEndsAt until when the secret before the newest holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApiKey")
record ApiKeyResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String keyId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> scopes,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant createdAt,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant formerSecretEndsAt,
    @Nullable Instant revokedAt,
    @Schema(description = "When it was last seen in use, up to an hour behind.")
        @Nullable Instant lastUsedAt,
    @Schema(description = "The secret key itself, told once: when it is made or rotated.")
        @Nullable String apiKey) {

  static ApiKeyResponse of(ApiKey key, Instant now) {
    return of(key, now, null);
  }

  static ApiKeyResponse once(IssuedApiKey issued, Instant now) {
    return of(issued.key(), now, issued.token().text());
  }

  private static ApiKeyResponse of(ApiKey key, Instant now, @Nullable String secret) {
    var former = key.former();
    return new ApiKeyResponse(
        key.id().value(),
        key.name(),
        key.scopes().stream().map(ApiKeyScope::word).sorted().toList(),
        key.createdAt(),
        key.createdBy().value(),
        key.expiresAt(),
        former == null || !now.isBefore(former.endsAt()) ? null : former.endsAt(),
        key.revokedAt(),
        key.lastUsedAt(),
        secret);
  }

  /** Never in a log. */
  @Override
  public String toString() {
    return "ApiKeyResponse[" + keyId + "]";
  }
}
