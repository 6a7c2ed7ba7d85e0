package io.feedbackplatform.api.request;

import io.feedbackplatform.api.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The outermost filter: names the request, hides what only a proxy may say, answers what nobody
 * else caught, and writes one log line (none when an answer has not changed) without anything that
 * a caller or a visitor wrote.
 */
final class RequestFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);

  private final Problems problems;
  private final int proxies;

  /**
   * @param proxies of ours, in front of the gateway
   */
  RequestFilter(Problems problems, int proxies) {
    this.problems = problems;
    this.proxies = proxies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    var requestId = UUID.randomUUID().toString();
    var started = System.nanoTime();
    MDC.put("requestId", requestId);
    response.setHeader("X-Request-Id", requestId);
    ClientAddress.note(request, proxies);
    try {
      chain.doFilter(new WithoutProxyClaims(request), new OneVary(response));
    } catch (Exception uncaught) {
      problems.answer(uncaught, request, response);
    } finally {
      log(request, response, started);
      MDC.remove("requestId");
      MDC.remove("tenant");
    }
  }

  private static void log(HttpServletRequest request, HttpServletResponse response, long started) {
    var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    LOG.atLevel(levelOf(request, response))
        .addKeyValue("method", request.getMethod())
        .addKeyValue("route", route == null ? "none" : route.toString())
        .addKeyValue("status", response.getStatus())
        .addKeyValue("micros", (System.nanoTime() - started) / 1_000)
        .log("request");
  }

  /**
   * An open view of the console asks every two seconds, and nearly always nothing has changed;
   * browsers ask for leave before what pages send, which has a line of its own.
   */
  private static Level levelOf(HttpServletRequest request, HttpServletResponse response) {
    boolean said =
        switch (response.getStatus()) {
          case HttpServletResponse.SC_NOT_MODIFIED -> false;
          case HttpServletResponse.SC_NO_CONTENT -> !CorsUtils.isPreFlightRequest(request);
          default -> true;
        };
    return said ? Level.INFO : Level.DEBUG;
  }
}
