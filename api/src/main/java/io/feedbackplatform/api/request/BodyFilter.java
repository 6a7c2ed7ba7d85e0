package io.feedbackplatform.api.request;

import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are over 64 KB, compressed, or not in UTF-8. */
final class BodyFilter extends OncePerRequestFilter {

  static final int MOST = 64 * 1024;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST) {
      throw tooLarge();
    }
    var encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !"identity".equalsIgnoreCase(encoding)) {
      // RFC 9110, 15.5.16: the answer to a coding that is not understood.
      throw new ProblemException(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          "Send the body as it is, without a Content-Encoding.",
          Map.of("Accept-Encoding", "identity"));
    }
    if (namesAnotherCharset(request.getContentType())) {
      throw new ProblemException(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          "JSON is UTF-8 (RFC 8259). Send it so and say no other.");
    }
    chain.doFilter(new LimitedBody(request, MOST), response);
  }

  private static boolean namesAnotherCharset(@Nullable String contentType) {
    try {
      var charset =
          contentType == null
              ? null
              : MediaType.parseMediaType(contentType).getParameter("charset");
      return charset != null && !charset.replace("\"", "").equalsIgnoreCase("UTF-8");
    } catch (InvalidMediaTypeException refusedLater) {
      return false;
    }
  }

  static ProblemException tooLarge() {
    return new ProblemException(
        ProblemCode.PAYLOAD_TOO_LARGE, "Send a body of at most 64 KB (65,536 bytes).");
  }
}
