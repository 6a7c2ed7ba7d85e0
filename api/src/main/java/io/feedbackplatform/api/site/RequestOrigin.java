package io.feedbackplatform.api.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;

/** The {@code Origin} header (RFC 6454), as far as it can be one. */
final class RequestOrigin {

  /** A scheme, a host name of at most 253 characters and a port. */
  private static final int MOST = 270;

  private RequestOrigin() {}

  /**
   * What the header says; a text that is too long to be an origin, and a header that comes twice,
   * read as {@code null} does.
   */
  static Optional<String> of(HttpServletRequest request) {
    var origins = Collections.list(request.getHeaders("Origin"));
    if (origins.isEmpty()) {
      return Optional.empty();
    }
    var first = origins.getFirst();
    return Optional.of(origins.size() > 1 || first.length() > MOST ? "null" : first);
  }
}
