package io.feedbackplatform.api.limit;

import io.feedbackplatform.core.limit.Rate;
import io.feedbackplatform.core.limit.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers):
 * of each bucket how many requests it holds and within how many seconds it is filled, and how many
 * are left now.
 */
final class RateLimitFields {

  private final List<String> policies = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  void add(Charge charge, Verdict verdict) {
    var name = '"' + charge.policy() + '"';
    var rate = charge.rate();
    policies.add(name + ";q=" + rate.burst() + ";w=" + seconds(window(rate)));
    var until = verdict.isAllowed() ? verdict.reset() : verdict.retryAfter();
    left.add(name + ";r=" + verdict.remaining() + ";t=" + seconds(until));
  }

  void writeTo(HttpServletResponse response) {
    response.setHeader("RateLimit-Policy", String.join(", ", policies));
    response.setHeader("RateLimit", String.join(", ", left));
  }

  private static Duration window(Rate rate) {
    return rate.period().multipliedBy(rate.burst()).dividedBy(rate.permits());
  }

  /** Rounded up, and at least one. */
  static long seconds(Duration duration) {
    return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
