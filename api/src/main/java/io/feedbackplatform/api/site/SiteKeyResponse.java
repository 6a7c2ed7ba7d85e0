package io.feedbackplatform.api.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.site.SiteKeyInUse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key that pages of a site may send. It is public, and its own id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SiteKey")
record SiteKeyResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "^fbpk_[0-9A-HJKMNP-TV-Z]{26}$")
        String siteKey,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant createdAt,
    @Schema(description = "From when on it is refused, once it was replaced.")
        @Nullable Instant endsAt,
    @Schema(description = "The key that took its place.") @Nullable String replacedBy,
    @Schema(description = "When it was last seen in use, up to an hour behind.")
        @Nullable Instant lastUsedAt) {

  static SiteKeyResponse of(SiteKeyInUse key) {
    var next = key.replacedBy();
    return new SiteKeyResponse(
        key.key().value(),
        key.createdAt(),
        key.endsAt(),
        next == null ? null : next.value(),
        key.lastUsedAt());
  }
}
