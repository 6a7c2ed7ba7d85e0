package io.feedbackplatform.core.tenant;

import java.util.Optional;

/** The tenants of the platform. */
public interface Tenants {

  /** Keeps a new tenant. Does nothing when a tenant with this id exists: what is stored wins. */
  void create(Tenant tenant);

  Optional<Tenant> find(TenantId tenant);
}
