package io.feedbackplatform.core.site;

import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a site key stands for: the site of one tenant.
 *
 * @param lastUsedAt when the key was last seen in use, up to an hour behind
 */
public record SiteKeyGrant(TenantId tenant, SiteId site, @Nullable Instant lastUsedAt) {

  /** Whether the key's use is to be noted again. */
  public boolean isUseUnnotedAt(Instant now) {
    return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(SiteKeyInUse.USE_PRECISION));
  }
}
