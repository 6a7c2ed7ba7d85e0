package io.feedbackplatform.core.apikey;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Gives a key a new secret, and lets the one before it hold until all its users have the new. */
public final class RotateApiKey {

  private final ApiKeys keys;
  private final Peppers peppers;
  private final Clock clock;

  public RotateApiKey(ApiKeys keys, Peppers peppers, Clock clock) {
    this.keys = keys;
    this.peppers = peppers;
    this.clock = clock;
  }

  /**
   * @param overlap 0 to 7 days; a secret that was already replaced before ends at once
   * @throws DomainException.NotFound when the tenant has no such key
   * @throws DomainException.ApiKeyEnded when the key is revoked or expired
   */
  public IssuedApiKey rotate(TenantId tenant, Actor by, ApiKeyId id, Duration overlap) {
    while (true) {
      var before = keys.find(tenant, id).orElseThrow(DomainException.NotFound::new);
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      if (!before.isActiveAt(now)) {
        throw new DomainException.ApiKeyEnded();
      }
      var token = ApiKeyToken.random(id);
      var after = before.rotated(peppers.hash(token), now, overlap);
      var event = after.event(by, Operation.API_KEY_ROTATED, now, List.of("secret"));
      if (keys.replace(tenant, before, after, event)) {
        return new IssuedApiKey(after, token);
      }
    }
  }
}
