package io.feedbackplatform.api.caller;

import io.feedbackplatform.core.tenant.TenantId;

/** Whoever reads for a tenant: a member of its team, or a partner with its key. */
public interface TenantCaller {

  /** The tenant that the checked credential stands for. */
  TenantId tenant();
}
