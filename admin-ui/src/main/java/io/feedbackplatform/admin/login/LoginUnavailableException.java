package io.feedbackplatform.admin.login;

/** The login service cannot be asked where its endpoints are. */
final class LoginUnavailableException extends RuntimeException {
  LoginUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
