package io.feedbackplatform.api.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.feedbackplatform.api.caller.Standing;
import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.OperatorGrants;
import io.feedbackplatform.core.tenant.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns a person into a member: reads the membership from storage at each request, so that who is
 * removed is out at once. {@code X-Tenant-Id} chooses among memberships and is believed no further.
 * An operator becomes one for a read, while a grant of this tenant lives, which notes each use.
 */
public final class MembershipFilter extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final GrantedAuthority OPERATOR = new SimpleGrantedAuthority("OPERATOR");

  private final Members members;
  private final OperatorGrants grants;
  private final Consumer<UserId> strangers;
  private final Problems problems;
  private final Clock clock;

  /** Whom this process has lately found to belong to what they name. */
  private final Cache<Claim, Boolean> known =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterWrite(Duration.ofMinutes(10))
          .executor(Runnable::run)
          .build();

  /**
   * @param strangers hears of everybody who is not known to belong to the tenant they name, before
   *     it is looked for, and refuses who has come too often: to look into another tenant's data,
   *     if only for who belongs to it, takes a session of that tenant
   * @param clock by which tokens end
   */
  public MembershipFilter(
      Members members,
      OperatorGrants grants,
      Consumer<UserId> strangers,
      Problems problems,
      Clock clock) {
    this.members = members;
    this.grants = grants;
    this.strangers = strangers;
    this.problems = problems;
    this.clock = clock;
  }

  private record Claim(UserId user, @Nullable String tenant) {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token) {
      try {
        var caller = callerFor(token, request);
        become(caller);
        standing(caller, token).noteIn(request);
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

  private Standing standing(MemberCaller caller, JwtAuthenticationToken token) {
    return new MemberStanding(
        () ->
            members.find(caller.tenant(), caller.user()).isPresent()
                || (isOperator(token)
                    && grants.findLive(caller.tenant(), caller.user()).isPresent()),
        token.getToken().getExpiresAt(),
        clock);
  }

  private MemberCaller callerFor(JwtAuthenticationToken token, HttpServletRequest request) {
    var user = new UserId(token.getName());
    var named = request.getHeader("X-Tenant-Id");
    var claim = new Claim(user, named);
    if (known.getIfPresent(claim) == null) {
      strangers.accept(user);
    }
    var tenant = named == null ? onlyTenantOf(user, token) : tenantNamed(named, token);
    var caller =
        members
            .find(tenant, user)
            .map(member -> new MemberCaller(tenant, user, member.role()))
            .or(() -> readerFor(tenant, user, token, request))
            .orElseThrow(() -> {
              known.invalidate(claim);
              return noMember(token);
            });
    known.put(claim, true);
    return caller;
  }

  /** An operator with a grant, who reads like a viewer and does nothing else. */
  private Optional<MemberCaller> readerFor(
      TenantId tenant, UserId user, JwtAuthenticationToken token, HttpServletRequest request) {
    if (!READS.contains(request.getMethod()) || !isOperator(token)) {
      return Optional.empty();
    }
    var grant = grants.findLive(tenant, user);
    grant.ifPresent(live -> grants.noteUse(tenant, live.id()));
    return grant.map(live -> new MemberCaller(tenant, user, Role.VIEWER));
  }

  private TenantId onlyTenantOf(UserId user, JwtAuthenticationToken token) {
    var memberships = members.ofUser(user);
    if (memberships.isEmpty()) {
      throw noMember(token);
    }
    if (memberships.size() > 1) {
      throw new ProblemException(
          ProblemCode.TENANT_REQUIRED,
          "You belong to several tenants. Name one in the X-Tenant-Id header; GET /me lists them.");
    }
    return memberships.getFirst().tenant();
  }

  private static TenantId tenantNamed(String text, JwtAuthenticationToken token) {
    if (!RandomId.isWellFormed(text)) {
      throw noMember(token);
    }
    return new TenantId(text);
  }

  private static boolean isOperator(JwtAuthenticationToken token) {
    return token.getAuthorities().contains(OPERATOR);
  }

  /** Depends on the caller alone: a tenant of others and one that is none answer alike. */
  private static ProblemException noMember(JwtAuthenticationToken token) {
    return new ProblemException(
        ProblemCode.FORBIDDEN,
        isOperator(token)
            ? "You are no member of this tenant. An operator reads one, and changes nothing, while a grant"
                + " lasts: get one by POST /operator/tenants/{id}/grants and name the tenant in the"
                + " X-Tenant-Id header."
            : "You are no member of this tenant. Ask an administrator of the tenant to add you; GET /me lists"
                + " the tenants that you belong to.");
  }
}
