package io.feedbackplatform.admin.api;

import org.jspecify.annotations.Nullable;

/**
 * In whose name a question is asked.
 *
 * @param tokens where the user's access token comes from
 * @param tenantId the chosen one of the user's tenants; null to let the API take the only one
 */
public record Caller(AccessTokens tokens, @Nullable String tenantId) {

  /** A source of access tokens that are good now. */
  @FunctionalInterface
  public interface AccessTokens {
    /**
     * The token to send; renews it first if it is about to end.
     *
     * @throws ApiException.SignInRequired when only the user can get a new one
     * @throws ApiException.Unavailable when the login service does not answer
     */
    String current();
  }
}
