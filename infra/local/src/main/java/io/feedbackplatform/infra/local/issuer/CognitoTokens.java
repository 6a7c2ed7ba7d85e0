package io.feedbackplatform.infra.local.issuer;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Gives tokens the claims of Cognito's: <a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">access
 * token</a>, <a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html">ID
 * token</a>.
 */
@Configuration(proxyBeanMethods = false)
class CognitoTokens {

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(UserPool pool) {
    return token -> {
      token.getJwsHeader().algorithm(SignatureAlgorithm.RS256);
      Authentication user = Objects.requireNonNull(token.getPrincipal());
      var account = pool.account(user.getName()).orElseThrow();
      token.getClaims().claims(claims -> common(claims, account, user));
      if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
        token.getClaims().claims(claims -> idToken(claims, account));
      } else {
        token.getClaims().claims(claims -> accessToken(claims, account, token));
      }
    };
  }

  private static void common(Map<String, Object> claims, Account account, Authentication user) {
    claims.put("sub", account.sub().toString());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("auth_time", Date.from(signedInAt(user)));
    claims.remove("nbf");
    if (!account.groups().isEmpty()) {
      claims.put("cognito:groups", account.groups());
    }
  }

  private static Instant signedInAt(Authentication user) {
    return user.getAuthorities().stream()
        .filter(FactorGrantedAuthority.class::isInstance)
        .map(FactorGrantedAuthority.class::cast)
        .map(FactorGrantedAuthority::getIssuedAt)
        .findFirst()
        .orElseThrow();
  }

  private static void accessToken(
      Map<String, Object> claims, Account account, JwtEncodingContext token) {
    claims.put("token_use", "access");
    claims.put("username", account.username());
    claims.put("client_id", token.getRegisteredClient().getClientId());
    claims.put("scope", String.join(" ", token.getAuthorizedScopes()));
    claims.put("version", 2);
    claims.remove("aud");
  }

  private static void idToken(Map<String, Object> claims, Account account) {
    claims.put("token_use", "id");
    claims.put("cognito:username", account.username());
    claims.put("email", account.username());
    claims.put("email_verified", true);
    claims.remove("azp");
    claims.remove("sid");
  }
}
