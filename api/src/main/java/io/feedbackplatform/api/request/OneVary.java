package io.feedbackplatform.api.request;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Says in one line what an answer depends on: the Lambda Web Adapter hands only the first of
 * several lines of a name to an HTTP API.
 */
final class OneVary extends HttpServletResponseWrapper {

  private static final String VARY = "Vary";

  OneVary(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void addHeader(String name, String value) {
    var before = VARY.equalsIgnoreCase(name) ? getHeader(VARY) : null;
    if (before == null) {
      super.addHeader(name, value);
    } else {
      setHeader(VARY, before + ", " + value);
    }
  }
}
