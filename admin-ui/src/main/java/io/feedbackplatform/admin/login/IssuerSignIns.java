package io.feedbackplatform.admin.login;

import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Caller.AccessTokens;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * The tokens of everybody who is signed in. They stay on the server, are renewed by whichever
 * thread needs them, and go with the session.
 */
final class IssuerSignIns implements SignIns {
  private static final Set<String> OVER =
      Set.of(
          OAuth2ErrorCodes.INVALID_GRANT,
          OAuth2ErrorCodes.INVALID_TOKEN,
          OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);

  private final OAuth2AuthorizedClientManager renewals;
  private final OAuth2AuthorizedClientService tokens;

  IssuerSignIns(OAuth2AuthorizedClientManager renewals, OAuth2AuthorizedClientService tokens) {
    this.renewals = renewals;
    this.tokens = tokens;
  }

  @Override
  public AccessTokens tokensOf(Authentication user) {
    Object oneAtATime = new Object();
    return () -> {
      // A refresh token may be good for one use only: two threads must not spend it twice.
      synchronized (oneAtATime) {
        return current(user);
      }
    };
  }

  private String current(Authentication user) {
    try {
      OAuth2AuthorizedClient client =
          renewals.authorize(
              OAuth2AuthorizeRequest.withClientRegistrationId(Issuer.REGISTRATION_ID)
                  .principal(user)
                  .build());
      if (client == null) {
        throw new ApiException.SignInRequired(
            "Your sign-in has ended. Please sign in again.", null);
      }
      return client.getAccessToken().getTokenValue();
    } catch (OAuth2AuthorizationException e) {
      if (OVER.contains(e.getError().getErrorCode())) {
        throw new ApiException.SignInRequired("Your sign-in has ended. Please sign in again.", e);
      }
      throw new ApiException.Unavailable("The login service cannot be reached.", e);
    } catch (LoginUnavailableException e) {
      throw new ApiException.Unavailable("The login service cannot be reached.", e);
    }
  }

  @EventListener
  void forget(SessionDestroyedEvent ended) {
    for (SecurityContext context : ended.getSecurityContexts()) {
      Authentication user = context.getAuthentication();
      if (user != null) {
        tokens.removeAuthorizedClient(Issuer.REGISTRATION_ID, user.getName());
      }
    }
  }
}
