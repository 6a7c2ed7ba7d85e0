package io.feedbackplatform.core.apikey;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Ends a key with all its secrets. */
public final class RevokeApiKey {

  private final ApiKeys keys;
  private final Clock clock;

  public RevokeApiKey(ApiKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Does nothing when it has ended so already.
   *
   * @throws DomainException.NotFound when the tenant has no such key
   */
  public void revoke(TenantId tenant, UserId by, ApiKeyId id) {
    while (true) {
      var before = keys.find(tenant, id).orElseThrow(DomainException.NotFound::new);
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      if (before.revokedAt() != null || keys.replace(tenant, before, before.revoked(now), by)) {
        return;
      }
    }
  }
}
