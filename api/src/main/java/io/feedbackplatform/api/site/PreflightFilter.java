package io.feedbackplatform.api.site;

import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.site.Origin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers browsers that ask whether a page may call. No key is known then, so any site's origin
 * will do; the call itself is checked against the key's own site.
 */
final class PreflightFilter extends OncePerRequestFilter {

  private static final Set<String> PATHS =
      Set.of("/feedback", "/feedback/opened", "/widget/config", "/widget/challenge");
  private static final Set<String> METHODS = Set.of("POST", "GET");

  private final SiteDirectory sites;
  private final Problems problems;

  PreflightFilter(SiteDirectory sites, Problems problems) {
    this.sites = sites;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return !PATHS.contains(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    CorsHeaders.vary(response);
    if (!CorsUtils.isPreFlightRequest(request)) {
      chain.doFilter(request, response);
      return;
    }
    var origin = listedOrigin(request);
    if (origin.isPresent()) {
      CorsHeaders.allowRequest(response, origin.get());
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      problems.answer(new DomainException.OriginNotAllowed(), request, response);
    }
  }

  private Optional<Origin> listedOrigin(HttpServletRequest request) {
    if (!METHODS.contains(request.getHeader("Access-Control-Request-Method"))) {
      return Optional.empty();
    }
    return RequestOrigin.of(request).flatMap(Origin::parse).filter(sites::isListed);
  }
}
