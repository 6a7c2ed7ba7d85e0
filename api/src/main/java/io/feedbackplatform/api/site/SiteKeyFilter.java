package io.feedbackplatform.api.site;

import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.SiteKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in whoever shows a site key in use, from a page whose origin the key's site lists, or from
 * no page at all: an origin list narrows abuse, it proves nothing.
 */
public final class SiteKeyFilter extends OncePerRequestFilter {

  /** What such a caller has. */
  public static final String AUTHORITY = "SITE";

  private static final String HEADER = "X-Site-Key";

  private final SiteDirectory sites;
  private final Problems problems;

  public SiteKeyFilter(SiteDirectory sites, Problems problems) {
    this.sites = sites;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    SiteCaller caller;
    try {
      caller = callerOf(request, response);
    } catch (DomainException refusal) {
      letListedPageRead(refusal, request, response);
      problems.answer(refusal, request, response);
      return;
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new SiteKeyAuthentication(caller));
    SecurityContextHolder.setContext(context);
    MDC.put("tenant", caller.tenant().value());
    chain.doFilter(request, response);
  }

  /**
   * A page with an outdated key is to learn that, as from the preflight before it. A page that the
   * key's own site does not list learns nothing.
   */
  private void letListedPageRead(
      DomainException refusal, HttpServletRequest request, HttpServletResponse response) {
    if (!(refusal instanceof DomainException.OriginNotAllowed)) {
      RequestOrigin.of(request)
          .flatMap(Origin::parse)
          .filter(sites::isListed)
          .ifPresent(origin -> CorsHeaders.allow(response, origin));
    }
  }

  private SiteCaller callerOf(HttpServletRequest request, HttpServletResponse response) {
    // A key that comes twice could mean one site to us and another to a proxy.
    var key = String.join(",", Collections.list(request.getHeaders(HEADER)));
    if (key.isBlank()) {
      throw new DomainException.SiteKeyMissing();
    }
    var caller =
        SiteKey.parse(key)
            .flatMap(sites::callerOf)
            .orElseThrow(DomainException.SiteKeyUnknown::new);
    RequestOrigin.of(request)
        .ifPresent(text -> {
          var origin =
              Origin.parse(text)
                  .filter(caller.site()::allows)
                  .orElseThrow(DomainException.OriginNotAllowed::new);
          CorsHeaders.allow(response, origin);
        });
    return caller;
  }
}
