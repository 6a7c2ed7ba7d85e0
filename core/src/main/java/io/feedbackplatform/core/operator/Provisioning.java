package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;

/** Makes tenants that are ready for use. */
public interface Provisioning {

  /**
   * Keeps a new tenant with its first owner and leaves one entry in its audit, all in one step.
   * Does nothing when the same request did so before, whatever became of the tenant and its owner
   * since.
   *
   * @param fingerprint what the request says, the same for a repetition
   * @return when the same request made the tenant before; empty when this one did
   * @throws io.feedbackplatform.core.DomainException.IdempotencyKeyReused when another request made
   *     a tenant with this id, even one that was removed
   */
  Optional<Instant> provision(Tenant tenant, FirstOwner owner, String fingerprint, Actor actor);
}
