package io.feedbackplatform.api.apikey;

import io.feedbackplatform.api.caller.Standing;
import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.api.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in whoever shows an API key in use. What is wrong with another is never told, and one with a
 * wrong character is refused before anything is read.
 */
public final class ApiKeyFilter extends OncePerRequestFilter {

  private final ApiKeyDirectory keys;
  private final Problems problems;

  public ApiKeyFilter(ApiKeyDirectory keys, Problems problems) {
    this.keys = keys;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ApiKeyCaller caller;
    try {
      caller = callerOf(request);
    } catch (ProblemException refusal) {
      problems.answer(refusal, request, response);
      return;
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new ApiKeyAuthentication(caller));
    SecurityContextHolder.setContext(context);
    MDC.put("tenant", caller.tenant().value());
    standing(caller, request).noteIn(request);
    chain.doFilter(request, response);
  }

  /** The directory remembers by itself. */
  private Standing standing(ApiKeyCaller caller, HttpServletRequest request) {
    var token = ApiKeyHeader.tokenIn(request);
    return () -> token.flatMap(keys::callerOf).filter(caller::equals).isPresent();
  }

  private ApiKeyCaller callerOf(HttpServletRequest request) {
    var caller =
        ApiKeyHeader.tokenIn(request).flatMap(keys::callerOf).orElseThrow(ApiKeyFilter::invalid);
    for (var named : Collections.list(request.getHeaders("X-Tenant-Id"))) {
      if (!named.equals(caller.tenant().value())) {
        throw new ProblemException(
            ProblemCode.FORBIDDEN,
            "The key is not of the tenant that X-Tenant-Id names. Leave the header out: the key says"
                + " which tenant is meant.");
      }
    }
    return caller;
  }

  private static ProblemException invalid() {
    return new ProblemException(
        ProblemCode.API_KEY_INVALID,
        "This API key is not in use. Check that all of it was copied, or ask the tenant's administrator"
            + " for a new one.",
        Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
  }
}
