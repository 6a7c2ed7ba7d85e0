package io.feedbackplatform.api.security;

import io.feedbackplatform.api.apikey.ApiKeyAuthentication;
import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.core.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How security says no. Which check of a token failed stays a secret. */
final class Refusals
    implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

  private static final String CHALLENGE = "WWW-Authenticate";

  private final Problems problems;
  private final RequestMappingHandlerMapping mappings;

  Refusals(Problems problems, RequestMappingHandlerMapping mappings) {
    this.problems = problems;
    this.mappings = mappings;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    problems.answer(isDoor(request) ? unauthenticated(failure) : wall(request), request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    problems.answer(isDoor(request) ? forbidden(request) : wall(request), request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException failure)
      throws IOException {
    problems.answer(failure, request, response);
  }

  private static boolean isDoor(HttpServletRequest request) {
    return Door.leadsTo(request, Access.values()) && !Door.isSecret(request);
  }

  private static ProblemException unauthenticated(AuthenticationException failure) {
    return failure instanceof OAuth2AuthenticationException
        ? new ProblemException(
            ProblemCode.TOKEN_INVALID,
            "Sign in again and send the new access token (not the ID token) in 'Authorization: Bearer'.",
            Map.of(CHALLENGE, "Bearer error=\"invalid_token\""))
        : new ProblemException(
            ProblemCode.AUTHENTICATION_REQUIRED,
            "Send a member's access token in 'Authorization: Bearer'.",
            Map.of(CHALLENGE, "Bearer"));
  }

  private static ProblemException forbidden(HttpServletRequest request) {
    var needed = Door.scopeFor(request);
    if (needed.isPresent() && shows(ApiKeyAuthentication.class)) {
      var scope = needed.get().word();
      // RFC 6750, 3.1
      return new ProblemException(
          ProblemCode.SCOPE_MISSING,
          "This API key lacks the scope '" + scope + "'. Use a key that has it.",
          Map.of(CHALLENGE, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\""));
    }
    var caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null && caller.getPrincipal() instanceof MemberCaller) {
      return new ProblemException(
          ProblemCode.ROLE_TOO_LOW,
          (Door.leadsTo(request, Access.AGENT)
                  ? "This takes the role agent, admin or owner in this tenant."
                  : "This takes the role admin or owner in this tenant.")
              + " Ask an owner of the tenant for it, or have one of them do it.");
    }
    if (Door.leadsTo(request, Access.OPERATOR)) {
      return new ProblemException(
          ProblemCode.FORBIDDEN, "This is for the platform's operators. Ask one of them to do it.");
    }
    return new ProblemException(
        ProblemCode.FORBIDDEN,
        Door.leadsTo(request, Access.ADMIN)
            ? "This takes the access token of an administrator of the tenant, in 'Authorization: Bearer'."
            : "This credential does not permit this. Reading takes a member's access token in"
                + " 'Authorization: Bearer', or an API key with the scope for it; a site key only creates"
                + " feedback.");
  }

  private static boolean shows(Class<? extends Authentication> credential) {
    return credential.isInstance(SecurityContextHolder.getContext().getAuthentication());
  }

  /**
   * What is no door does not exist, even when a handler was mapped and its rule forgotten; only a
   * method that nobody serves on an existing path is told apart.
   */
  private Exception wall(HttpServletRequest request) {
    if (Door.isSecret(request)) {
      return new DomainException.NotFound();
    }
    try {
      mappings.getHandler(new UnservedMethod(request));
    } catch (HttpRequestMethodNotSupportedException unsupported) {
      var served = served(unsupported);
      if (!served.contains(request.getMethod())) {
        return new HttpRequestMethodNotSupportedException(request.getMethod(), served);
      }
    } catch (Exception unmapped) {
      return new DomainException.NotFound();
    }
    return new DomainException.NotFound();
  }

  private static Set<String> served(HttpRequestMethodNotSupportedException unsupported) {
    var methods = unsupported.getSupportedMethods();
    var served = new TreeSet<String>(methods == null ? List.of() : List.of(methods));
    if (served.contains("GET")) {
      served.add("HEAD");
    }
    return served;
  }

  /** Asks for a path with a method that nothing serves, to learn which ones something does. */
  private static final class UnservedMethod extends HttpServletRequestWrapper {

    UnservedMethod(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "NONE";
    }
  }
}
