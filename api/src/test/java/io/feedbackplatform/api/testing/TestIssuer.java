package io.feedbackplatform.api.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.feedbackplatform.core.member.UserId;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;

/** Signs access tokens in the shape that a Cognito user pool gives them. */
public final class TestIssuer {

  /** The app client whose tokens the API accepts in tests. */
  public static final String CLIENT_ID = "console-client";

  private final String uri;
  private final RSAKey key;

  public TestIssuer(String uri) {
    this(uri, newKey("key-1"));
  }

  public TestIssuer(String uri, RSAKey key) {
    this.uri = uri;
    this.key = key;
  }

  public static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public RSAKey key() {
    return key;
  }

  public JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  /** A token that is accepted. */
  public String tokenFor(UserId user) {
    return token(user, claims -> {});
  }

  /** A token that differs from an accepted one in its claims. */
  public String token(UserId user, Consumer<JWTClaimsSet.Builder> change) {
    return token(header(), user, change);
  }

  public String token(JWSHeader header, UserId user, Consumer<JWTClaimsSet.Builder> change) {
    try {
      var token = new SignedJWT(header, claims(user, change));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public JWSHeader header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
  }

  public JWTClaimsSet claims(UserId user, Consumer<JWTClaimsSet.Builder> change) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(uri)
            .subject(user.value())
            .claim("username", "name-of-" + user.value())
            .claim("token_use", "access")
            .claim("client_id", CLIENT_ID)
            .claim("scope", "openid")
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(900)));
    change.accept(claims);
    return claims.build();
  }
}
