package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A partner's key.
 *
 * @param formerSecretEndsAt until when the secret before the newest holds; null when it is over
 * @param apiKey the secret; in the answer to its making only
 */
public record ApiKey(
    String keyId,
    String name,
    List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant formerSecretEndsAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt,
    @Nullable String apiKey) {

  public ApiKey {
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(name, "name");
    scopes = List.copyOf(Objects.requireNonNullElse(scopes, List.of()));
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** Whether it opens something at that time. */
  public boolean worksAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ApiKey[" + keyId + "]";
  }
}
