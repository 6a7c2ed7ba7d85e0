package io.feedbackplatform.api.problem;

import io.feedbackplatform.core.DomainException;
import org.jspecify.annotations.Nullable;

/** What the server means by a status of its own choice. */
final class ServerRefusal {

  private ServerRefusal() {}

  /**
   * @param failure what the server failed at; it explains a failure of ours, not one of the caller
   */
  static Throwable of(int status, @Nullable Throwable failure) {
    return switch (status) {
      case 404 -> new DomainException.NotFound();
      case 405 ->
          new ProblemException(
              ProblemCode.METHOD_NOT_ALLOWED, "Use one of the documented methods of this address.");
      case 413 ->
          new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "Send a body of at most 64 KB.");
      case 503 ->
          new ProblemException(
              ProblemCode.SERVICE_UNAVAILABLE, "Wait a second and send the same request again.");
      default ->
          (status >= 400 && status < 500) || status == 501 || status == 505
              ? new ProblemException(
                  ProblemCode.BAD_REQUEST,
                  "The request is malformed. Check its address, encoding and headers.")
              : failure == null
                  ? new IllegalStateException("the server answered " + status + " by itself")
                  : failure;
    };
  }
}
