package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.request.ClientAddress;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.MDC;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A person who runs the platform, and whom a request of theirs is about. */
final class OperatorCaller {

  private OperatorCaller() {}

  static Actor actor(JwtAuthenticationToken token, HttpServletRequest request) {
    return Actor.operator(token.getName(), ClientAddress.of(request));
  }

  /** The tenant that the operator works on, which the log then names. */
  static TenantId about(String text) {
    if (!RandomId.isWellFormed(text)) {
      throw new DomainException.NotFound();
    }
    return about(new TenantId(text));
  }

  static TenantId about(TenantId tenant) {
    MDC.put("tenant", tenant.value());
    return tenant;
  }
}
