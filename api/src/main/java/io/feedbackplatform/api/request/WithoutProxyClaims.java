package io.feedbackplatform.api.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * The request without {@code x-amz-tenant-id}: the Lambda Web Adapter sets it in some modes and
 * never removes a client's own, so that it proves nothing.
 */
final class WithoutProxyClaims extends HttpServletRequestWrapper {

  private static final String CLAIM = "x-amz-tenant-id";

  WithoutProxyClaims(HttpServletRequest request) {
    super(request);
  }

  @Override
  public @Nullable String getHeader(String name) {
    return CLAIM.equalsIgnoreCase(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return CLAIM.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    var names = Collections.list(super.getHeaderNames());
    names.removeIf(CLAIM::equalsIgnoreCase);
    return Collections.enumeration(names);
  }
}
