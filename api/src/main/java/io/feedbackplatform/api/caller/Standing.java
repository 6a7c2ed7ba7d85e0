package io.feedbackplatform.api.caller;

import jakarta.servlet.http.HttpServletRequest;

/** Whether what let a request in would let it in still: for answers that go on for long. */
@FunctionalInterface
public interface Standing {

  /** Knows what was so within the last four seconds, and can be asked often. */
  boolean holds();

  /** Keeps it with the request that was let in. */
  default void noteIn(HttpServletRequest request) {
    request.setAttribute(Standing.class.getName(), this);
  }

  /** Of a request that was let in for a tenant. */
  static Standing of(HttpServletRequest request) {
    if (request.getAttribute(Standing.class.getName()) instanceof Standing standing) {
      return standing;
    }
    throw new IllegalStateException("nobody let this request in for a tenant");
  }
}
