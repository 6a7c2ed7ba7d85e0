package io.feedbackplatform.api.member;

import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns a person into a member: reads the membership from storage at each request, so that who is
 * removed is out at once. {@code X-Tenant-Id} chooses among memberships and is believed no further.
 */
public final class MembershipFilter extends OncePerRequestFilter {

  private final Members members;
  private final Problems problems;

  public MembershipFilter(Members members, Problems problems) {
    this.members = members;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token) {
      try {
        become(callerFor(new UserId(token.getName()), request.getHeader("X-Tenant-Id")));
      } catch (ProblemException refusal) {
        problems.answer(refusal, request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static void become(MemberCaller caller) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new MemberAuthentication(caller));
    SecurityContextHolder.setContext(context);
    MDC.put("tenant", caller.tenant().value());
  }

  private MemberCaller callerFor(UserId user, @Nullable String named) {
    var tenant = named == null ? onlyTenantOf(user) : tenantNamed(named);
    Member member = members.find(tenant, user).orElseThrow(MembershipFilter::noMember);
    return new MemberCaller(tenant, user, member.role());
  }

  private TenantId onlyTenantOf(UserId user) {
    var memberships = members.ofUser(user);
    if (memberships.isEmpty()) {
      throw noMember();
    }
    if (memberships.size() > 1) {
      throw new ProblemException(
          ProblemCode.TENANT_REQUIRED,
          "You belong to several tenants. Name one in the X-Tenant-Id header; GET /me lists them.");
    }
    return memberships.getFirst().tenant();
  }

  private static TenantId tenantNamed(String text) {
    if (!RandomId.isWellFormed(text)) {
      throw noMember();
    }
    return new TenantId(text);
  }

  private static ProblemException noMember() {
    return new ProblemException(
        ProblemCode.FORBIDDEN,
        "You are no member of this tenant. Ask an administrator of the tenant to add you; GET /me lists"
            + " the tenants that you belong to.");
  }
}
