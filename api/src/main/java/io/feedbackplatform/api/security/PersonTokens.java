package io.feedbackplatform.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * The token of a person: in one {@code Authorization} header and nowhere else (RFC 6750, 2.1), as
 * what stands before this API may read another of two headers. A bad token is refused where a token
 * is needed, and is nobody's business elsewhere.
 */
final class PersonTokens implements BearerTokenResolver {

  private final DefaultBearerTokenResolver tokens = new DefaultBearerTokenResolver();

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    if (!Door.leadsTo(
        request, Access.PERSON, Access.OPERATOR, Access.VIEWER, Access.AGENT, Access.ADMIN)) {
      return null;
    }
    if (Collections.list(request.getHeaders("Authorization")).size() > 1) {
      throw new InvalidBearerTokenException("several Authorization headers");
    }
    return tokens.resolve(request);
  }
}
