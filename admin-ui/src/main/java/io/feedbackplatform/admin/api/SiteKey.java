package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key that pages of a site send. It is public: every visitor can read it.
 *
 * @param endsAt from when on it is refused, once it was replaced
 * @param lastUsedAt up to an hour behind
 */
public record SiteKey(
    String siteKey,
    Instant createdAt,
    @Nullable Instant endsAt,
    @Nullable String replacedBy,
    @Nullable Instant lastUsedAt) {

  public SiteKey {
    Objects.requireNonNull(siteKey, "siteKey");
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** Whether another has taken its place. */
  public boolean isReplaced() {
    return endsAt != null;
  }
}
