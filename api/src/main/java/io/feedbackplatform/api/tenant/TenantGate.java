package io.feedbackplatform.api.tenant;

import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.site.SiteCaller;
import io.feedbackplatform.core.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every operation, whatever the credential: a tenant that may not write reads, and
 * nothing else. What changes nothing says so by its method (RFC 9110, 9.2.1). Only who accepts an
 * invitation passes, as nobody knows for which tenant before it is looked up; storage asks the same
 * of them.
 */
final class TenantGate implements HandlerInterceptor {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final TenantDirectory tenants;

  TenantGate(TenantDirectory tenants) {
    this.tenants = tenants;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var caller = SecurityContextHolder.getContext().getAuthentication();
    if (!SAFE.contains(request.getMethod()) && caller != null) {
      switch (caller.getPrincipal()) {
        case SiteCaller page -> page.owner().requireWritable();
        case TenantCaller member ->
            tenants
                .find(member.tenant())
                .orElseThrow(DomainException.NotFound::new)
                .requireWritable();
        case null, default -> {}
      }
    }
    return true;
  }
}
