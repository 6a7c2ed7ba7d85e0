package io.feedbackplatform.infra.local.login;

import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gave.
 *
 * @param refreshToken null for clients that get none
 */
public record Tokens(String accessToken, String idToken, @Nullable String refreshToken) {

  @Override
  public String toString() {
    return "Tokens[...]";
  }
}
