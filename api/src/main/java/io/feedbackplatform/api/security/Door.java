package io.feedbackplatform.api.security;

import static io.feedbackplatform.core.apikey.ApiKeyScope.ANALYTICS_READ;
import static io.feedbackplatform.core.apikey.ApiKeyScope.FEEDBACK_MANAGE;
import static io.feedbackplatform.core.apikey.ApiKeyScope.FEEDBACK_READ;
import static io.feedbackplatform.core.apikey.ApiKeyScope.FEEDBACK_WRITE;

import io.feedbackplatform.core.apikey.ApiKeyScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A method and a path, and who may use them. What is no door is a wall.
 *
 * @param scope what an API key needs to open it; absent where none does
 */
record Door(HttpMethod method, String path, Access access, @Nullable ApiKeyScope scope) {

  private static final List<Door> ALL =
      List.of(
          new Door(HttpMethod.POST, "/feedback", Access.SITE, FEEDBACK_WRITE),
          new Door(HttpMethod.POST, "/feedback/opened", Access.SITE),
          new Door(HttpMethod.GET, "/widget/config", Access.SITE),
          new Door(HttpMethod.GET, "/widget/challenge", Access.SITE),
          new Door(HttpMethod.GET, "/feedback", Access.VIEWER, FEEDBACK_READ),
          new Door(HttpMethod.GET, "/feedback/{feedbackId}", Access.VIEWER, FEEDBACK_READ),
          new Door(HttpMethod.PATCH, "/feedback/{feedbackId}", Access.AGENT, FEEDBACK_MANAGE),
          new Door(HttpMethod.GET, "/analytics", Access.VIEWER, ANALYTICS_READ),
          new Door(HttpMethod.GET, "/analytics/categories", Access.VIEWER, ANALYTICS_READ),
          new Door(HttpMethod.GET, "/analytics/live", Access.VIEWER, ANALYTICS_READ),
          new Door(HttpMethod.GET, "/analytics/tags", Access.VIEWER, ANALYTICS_READ),
          new Door(HttpMethod.GET, "/analytics/themes", Access.VIEWER, ANALYTICS_READ),
          new Door(HttpMethod.GET, "/api-keys", Access.ADMIN),
          new Door(HttpMethod.POST, "/api-keys", Access.ADMIN),
          new Door(HttpMethod.POST, "/api-keys/{keyId}/rotate", Access.ADMIN),
          new Door(HttpMethod.DELETE, "/api-keys/{keyId}", Access.ADMIN),
          new Door(HttpMethod.GET, "/usage", Access.VIEWER),
          new Door(HttpMethod.GET, "/settings", Access.VIEWER),
          new Door(HttpMethod.PATCH, "/settings", Access.ADMIN),
          new Door(HttpMethod.GET, "/sites", Access.VIEWER),
          new Door(HttpMethod.POST, "/sites", Access.ADMIN),
          new Door(HttpMethod.GET, "/sites/{siteId}", Access.VIEWER),
          new Door(HttpMethod.PATCH, "/sites/{siteId}", Access.ADMIN),
          new Door(HttpMethod.GET, "/sites/{siteId}/keys", Access.VIEWER),
          new Door(HttpMethod.POST, "/sites/{siteId}/keys", Access.ADMIN),
          new Door(HttpMethod.POST, "/sites/{siteId}/keys/{siteKey}/rotate", Access.ADMIN),
          new Door(HttpMethod.DELETE, "/sites/{siteId}/keys/{siteKey}", Access.ADMIN),
          new Door(HttpMethod.GET, "/me", Access.PERSON),
          new Door(HttpMethod.GET, "/members", Access.VIEWER),
          new Door(HttpMethod.PATCH, "/members/{userId}", Access.ADMIN),
          // Anybody may leave; who may remove others is judged where the team is known.
          new Door(HttpMethod.DELETE, "/members/{userId}", Access.VIEWER),
          new Door(HttpMethod.GET, "/members/invitations", Access.ADMIN),
          new Door(HttpMethod.POST, "/members/invitations", Access.ADMIN),
          new Door(HttpMethod.DELETE, "/members/invitations/{invitationId}", Access.ADMIN),
          new Door(HttpMethod.POST, "/members/invitations/{invitationId}/resend", Access.ADMIN),
          new Door(HttpMethod.POST, "/invitations/accept", Access.PERSON),
          new Door(HttpMethod.GET, "/audit", Access.ADMIN),
          new Door(HttpMethod.GET, "/audit/export", Access.ADMIN),
          new Door(HttpMethod.GET, "/operator-grants", Access.ADMIN),
          new Door(HttpMethod.DELETE, "/operator-grants/{grantId}", Access.ADMIN),
          new Door(HttpMethod.POST, "/operator/tenants", Access.OPERATOR),
          new Door(HttpMethod.GET, "/operator/tenants", Access.OPERATOR),
          new Door(HttpMethod.GET, "/operator/tenants/{tenantId}", Access.OPERATOR),
          new Door(HttpMethod.PATCH, "/operator/tenants/{tenantId}", Access.OPERATOR),
          new Door(
              HttpMethod.POST, "/operator/tenants/{tenantId}/owner-invitation", Access.OPERATOR),
          new Door(HttpMethod.POST, "/operator/tenants/{tenantId}/suspend", Access.OPERATOR),
          new Door(HttpMethod.POST, "/operator/tenants/{tenantId}/reactivate", Access.OPERATOR),
          new Door(HttpMethod.POST, "/operator/tenants/{tenantId}/deletion", Access.OPERATOR),
          new Door(HttpMethod.DELETE, "/operator/tenants/{tenantId}/deletion", Access.OPERATOR),
          new Door(HttpMethod.POST, "/operator/tenants/{tenantId}/recounts", Access.OPERATOR),
          new Door(HttpMethod.GET, "/operator/tenants/{tenantId}/recounts", Access.OPERATOR),
          new Door(
              HttpMethod.GET, "/operator/tenants/{tenantId}/recounts/{recountId}", Access.OPERATOR),
          new Door(HttpMethod.POST, "/operator/tenants/{tenantId}/grants", Access.OPERATOR),
          new Door(
              HttpMethod.DELETE, "/operator/tenants/{tenantId}/grants/{grantId}", Access.OPERATOR),
          new Door(HttpMethod.GET, "/health", Access.ANYONE),
          new Door(HttpMethod.GET, "/health/ready", Access.ANYONE),
          new Door(HttpMethod.GET, "/openapi.json", Access.ANYONE),
          new Door(HttpMethod.POST, "/snapstart/before-checkpoint", Access.SNAPSTART),
          new Door(HttpMethod.POST, "/snapstart/after-restore", Access.SNAPSTART));

  private Door(HttpMethod method, String path, Access access) {
    this(method, path, access, null);
  }

  static List<Door> all() {
    return ALL;
  }

  /** Whether the request is for a door of one of these kinds. */
  static boolean leadsTo(HttpServletRequest request, Access... kinds) {
    return matcher(kinds).matches(request);
  }

  /** Whether the path is that of a door which callers must not learn of, whatever the method. */
  static boolean isSecret(HttpServletRequest request) {
    return ALL.stream()
        .filter(door -> door.access() == Access.SNAPSTART)
        .map(door -> PathPatternRequestMatcher.withDefaults().matcher(door.path()))
        .anyMatch(matcher -> matcher.matches(request));
  }

  static RequestMatcher matcher(Access... kinds) {
    var wanted = List.of(kinds);
    return new OrRequestMatcher(
        ALL.stream().filter(door -> wanted.contains(door.access())).map(Door::matcher).toList());
  }

  /** The scope without which no API key opens the door that the request is for. */
  static Optional<ApiKeyScope> scopeFor(HttpServletRequest request) {
    return ALL.stream()
        .filter(door -> door.scope() != null && door.matcher().matches(request))
        .map(Door::scope)
        .findFirst();
  }

  /** The doors that an API key with this scope opens. */
  static RequestMatcher matcher(ApiKeyScope scope) {
    return new OrRequestMatcher(
        ALL.stream().filter(door -> door.scope() == scope).map(Door::matcher).toList());
  }

  /** A GET door also serves HEAD, as the framework does (RFC 9110, 9.3.2). */
  private RequestMatcher matcher() {
    var matchers = PathPatternRequestMatcher.withDefaults();
    return method == HttpMethod.GET
        ? new OrRequestMatcher(
            matchers.matcher(HttpMethod.GET, path), matchers.matcher(HttpMethod.HEAD, path))
        : matchers.matcher(method, path);
  }
}
