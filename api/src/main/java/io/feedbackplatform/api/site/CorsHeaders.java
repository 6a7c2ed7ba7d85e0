package io.feedbackplatform.api.site;

import io.feedbackplatform.core.site.Origin;
import jakarta.servlet.http.HttpServletResponse;

/** What a browser is told about pages of other origins. Credentials are never among it. */
final class CorsHeaders {

  private CorsHeaders() {}

  static void vary(HttpServletResponse response) {
    response.addHeader("Vary", "Origin");
  }

  static void allow(HttpServletResponse response, Origin origin) {
    response.setHeader("Access-Control-Allow-Origin", origin.value());
    response.setHeader(
        "Access-Control-Expose-Headers",
        "location, x-request-id, retry-after, ratelimit, ratelimit-policy, idempotency-replayed");
  }

  static void allowRequest(HttpServletResponse response, Origin origin) {
    response.setHeader("Access-Control-Allow-Origin", origin.value());
    response.setHeader("Access-Control-Allow-Methods", "POST, GET");
    response.setHeader(
        "Access-Control-Allow-Headers", "content-type, x-site-key, idempotency-key, api-version");
    response.setHeader("Access-Control-Max-Age", "600");
  }
}
