package io.feedbackplatform.infra.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** How a Cognito app client behaves, in the authorization server's words. */
final class RegisteredClients {

  private static final TokenSettings TOKENS =
      TokenSettings.builder()
          .authorizationCodeTimeToLive(Duration.ofMinutes(5))
          .accessTokenTimeToLive(Duration.ofMinutes(15))
          .refreshTokenTimeToLive(Duration.ofDays(30))
          // Cognito's refresh token rotation with a grace period of 0.
          .reuseRefreshTokens(false)
          .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
          .build();

  private RegisteredClients() {}

  static RegisteredClient from(AppClient client) {
    var registered =
        RegisteredClient.withId(
                UUID.nameUUIDFromBytes(client.clientId().getBytes(UTF_8)).toString())
            .clientId(client.clientId())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUris(
                uris -> client.redirectUris().stream().map(URI::toString).forEach(uris::add))
            .scope(OidcScopes.OPENID)
            .scope(OidcScopes.EMAIL)
            .scope(OidcScopes.PROFILE)
            .tokenSettings(TOKENS)
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(client.isPublic())
                    .requireAuthorizationConsent(false)
                    .build());
    if (client.secret() == null) {
      return registered.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build();
    }
    return registered
        .clientSecret("{noop}" + client.secret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .build();
  }
}
