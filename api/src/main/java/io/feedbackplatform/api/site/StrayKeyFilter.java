package io.feedbackplatform.api.site;

import io.feedbackplatform.core.site.SiteKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises a site key where site keys have no business, so that its holder learns that the key is
 * not enough, rather than that nobody was recognised.
 */
public final class StrayKeyFilter extends OncePerRequestFilter {

  private final SiteDirectory sites;

  public StrayKeyFilter(SiteDirectory sites) {
    this.sites = sites;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getHeader("Authorization") == null) {
      Optional.ofNullable(request.getHeader("X-Site-Key"))
          .flatMap(SiteKey::parse)
          .flatMap(sites::callerOf)
          .ifPresent(caller ->
              SecurityContextHolder.getContext()
                  .setAuthentication(new SiteKeyAuthentication(caller)));
    }
    chain.doFilter(request, response);
  }
}
