package io.feedbackplatform.core.apikey;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

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
  public void revoke(TenantId tenant, Actor by, ApiKeyId id) {
    while (true) {
      var before = keys.find(tenant, id).orElseThrow(DomainException.NotFound::new);
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      var event = before.event(by, Operation.API_KEY_REVOKED, now, List.of("revokedAt"));
      if (before.revokedAt() != null || keys.replace(tenant, before, before.revoked(now), event)) {
        return;
      }
    }
  }
}
