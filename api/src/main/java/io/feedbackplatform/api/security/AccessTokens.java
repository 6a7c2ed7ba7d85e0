package io.feedbackplatform.api.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.feedbackplatform.api.settings.ApiSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Decides which access tokens count: those that a Cognito user pool signs with RS256 for one of our
 * app clients. What a token's own header says about keys ({@code jku}, {@code x5u}, {@code jwk}) is
 * not read; its {@code kid} only selects among the issuer's keys.
 */
final class AccessTokens {

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private AccessTokens() {}

  static JwtDecoder decoder(ApiSettings settings, JWKSource<SecurityContext> keys) {
    return decoder(settings, keys, Clock.systemUTC());
  }

  static JwtDecoder decoder(ApiSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
    var processor = new LiteralTokens();
    processor.setJWSKeySelector(
        namedKeyOnly(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys)));
    // Claims are checked below, with the rest.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(validators(settings, clock)));
    return decoder;
  }

  private static JWSKeySelector<SecurityContext> namedKeyOnly(
      JWSKeySelector<SecurityContext> selector) {
    return (header, context) ->
        header.getKeyID() == null ? List.of() : selector.selectJWSKeys(header, context);
  }

  private static List<OAuth2TokenValidator<Jwt>> validators(ApiSettings settings, Clock clock) {
    var timestamps = new JwtTimestampValidator(CLOCK_SKEW);
    timestamps.setClock(clock);
    timestamps.setAllowEmptyExpiryClaim(false);
    return List.of(
        timestamps,
        new JwtIssuerValidator(settings.issuer().toString()),
        new JwtClaimValidator<Object>("token_use", "access"::equals),
        new JwtClaimValidator<Object>(
            "client_id", id -> id instanceof String text && settings.clientIds().contains(text)),
        new JwtClaimValidator<Object>(
            "sub", sub -> sub instanceof String text && !text.isBlank() && text.length() <= 128));
  }
}
