package io.feedbackplatform.api.limit;

import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.core.limit.RateLimiter;
import io.feedbackplatform.core.member.UserId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets callers whose credential was verified go on as often as their limits say, before any work is
 * done for them, and before it is asked whether they may: refusals count too. Who shows no
 * credential, or a wrong one, is the business of whatever is in front: the gateway, and the
 * firewall that counts addresses.
 */
public final class LimitFilter extends OncePerRequestFilter {

  private final Charges charges;
  private final RateLimiter limiter;
  private final PersonLimit people;
  private final Problems problems;

  LimitFilter(Charges charges, RateLimiter limiter, PersonLimit people, Problems problems) {
    this.charges = charges;
    this.limiter = limiter;
    this.people = people;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    var caller = authentication == null ? null : authentication.getPrincipal();
    if (authentication instanceof JwtAuthenticationToken person) {
      try {
        people.take(new UserId(person.getName()));
      } catch (ProblemException refusal) {
        problems.answer(refusal, request, response);
        return;
      }
    }
    var due = charges.of(caller, request);
    var fields = new RateLimitFields();
    for (var charge : due) {
      var verdict = limiter.take(charge.bucket(), charge.rate());
      fields.add(charge, verdict);
      if (!verdict.isAllowed()) {
        fields.writeTo(response);
        problems.answer(refusal(RateLimitFields.seconds(verdict.retryAfter())), request, response);
        return;
      }
    }
    if (!due.isEmpty()) {
      fields.writeTo(response);
    }
    chain.doFilter(request, response);
  }

  static ProblemException refusal(long seconds) {
    return new ProblemException(
        ProblemCode.RATE_LIMITED,
        "More requests came than the limit lets through; none of this one was done. Send it again in "
            + (seconds == 1 ? "a second" : seconds + " seconds")
            + ", and then no faster than the RateLimit-Policy header says.",
        Map.of("Retry-After", Long.toString(seconds)));
  }
}
