package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.Tenant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes tenants that are ready for use. */
public interface Provisioning {

  /**
   * What is remembered of a tenant's making.
   *
   * @param tokenHash the hash of the token that its first owner was invited with; null when none
   *     was
   */
  record Made(Instant at, @Nullable String tokenHash) {

    /** What there is to remember of this. */
    public static Made of(Tenant tenant, FirstOwner owner) {
      return new Made(
          tenant.createdAt(),
          switch (owner) {
            case FirstOwner.Known known -> null;
            case FirstOwner.Invited(var invitation, var token) ->
                Objects.requireNonNull(token).hash();
          });
    }
  }

  /**
   * Keeps a new tenant with its first owner and leaves one entry in its audit, all in one step.
   * Does nothing when the same request did so before, whatever became of the tenant and its owner
   * since.
   *
   * @param owner with a token, if invited
   * @param fingerprint what the request says, the same for a repetition
   * @return what is remembered when the same request made the tenant before; empty when this one
   *     did
   * @throws io.feedbackplatform.core.DomainException.IdempotencyKeyReused when another request made
   *     a tenant with this id, even one that was removed
   */
  Optional<Made> provision(Tenant tenant, FirstOwner owner, String fingerprint, Actor actor);
}
