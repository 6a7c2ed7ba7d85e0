package io.feedbackplatform.infra.local.login;

import java.util.Objects;

/** Signing in ended without tokens; the message is one sentence for the person who tried. */
public final class LoginFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  LoginFailedException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
