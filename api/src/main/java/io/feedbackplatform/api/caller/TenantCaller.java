package io.feedbackplatform.api.caller;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;

/** Whoever reads for a tenant: a member of its team, or a partner with its key. */
public interface TenantCaller {

  /** The tenant that the checked credential stands for. */
  TenantId tenant();

  /** The caller of this request, as the audit names them. */
  Actor actor(HttpServletRequest request);
}
