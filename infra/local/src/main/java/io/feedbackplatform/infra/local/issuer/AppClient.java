package io.feedbackplatform.infra.local.issuer;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that may send its users here, as an app client of a Cognito user pool.
 *
 * @param secret the client secret, or null for a public client, which then must use PKCE
 * @param redirectUris where an authorization code may be sent, compared as whole strings
 * @param logoutUris where a browser may be sent after signing out, compared as whole strings
 */
public record AppClient(
    String clientId, @Nullable String secret, List<URI> redirectUris, List<URI> logoutUris) {

  public AppClient {
    if (clientId.isBlank()) {
      throw new IllegalArgumentException("An app client needs an id.");
    }
    if (redirectUris.isEmpty()) {
      throw new IllegalArgumentException("App client " + clientId + " needs a redirect URI.");
    }
    redirectUris = List.copyOf(redirectUris);
    logoutUris = List.copyOf(logoutUris);
  }

  boolean isPublic() {
    return secret == null;
  }
}
