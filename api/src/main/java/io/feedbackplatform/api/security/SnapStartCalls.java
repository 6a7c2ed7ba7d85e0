package io.feedbackplatform.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Tells the Web Adapter's own calls from those that it passes on. It sets both headers on each
 * event that it passes on, whatever the event said, so that nobody outside can send a request
 * without them.
 */
final class SnapStartCalls implements RequestMatcher {

  /**
   * How Lambda names an initialization that ends in a snapshot (Lambda guide, "Defined runtime
   * environment variables").
   */
  private static final String SNAPSHOT = "snap-start";

  private static final List<String> OF_EVENTS =
      List.of("x-amzn-request-context", "x-amzn-lambda-context");

  private final boolean underSnapStart;

  /**
   * @param initializationType what {@code AWS_LAMBDA_INITIALIZATION_TYPE} says; nothing off Lambda
   */
  SnapStartCalls(@Nullable String initializationType) {
    this.underSnapStart = SNAPSHOT.equals(initializationType);
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    return underSnapStart
        && OF_EVENTS.stream().noneMatch(header -> request.getHeader(header) != null);
  }
}
