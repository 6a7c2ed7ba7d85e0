package io.feedbackplatform.infra.local.gateway;

/** A function answered what the gateway cannot make a response of. */
final class MalformedAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedAnswerException(String message) {
    super(message);
  }

  MalformedAnswerException(Throwable cause) {
    super(cause);
  }
}
