package io.feedbackplatform.core.tenant;

import io.feedbackplatform.core.actor.Actor;
import java.util.Optional;

/** The tenants of the platform. */
public interface Tenants {

  /** Keeps a new tenant. Does nothing when a tenant with this id exists: what is stored wins. */
  void create(Tenant tenant);

  /** The tenant as it stands now, read consistently. */
  Optional<Tenant> find(TenantId tenant);

  /**
   * Makes a change and leaves one entry in the tenant's audit, in one step with it; what is
   * refused, or changes nothing, leaves none.
   *
   * @return the tenant as it is now
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such tenant
   * @throws io.feedbackplatform.core.DomainException.TenantConflict when its state forbids it
   */
  Tenant change(TenantId tenant, TenantChange change, Actor actor);
}
