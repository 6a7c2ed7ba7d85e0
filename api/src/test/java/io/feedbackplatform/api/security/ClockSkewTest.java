package io.feedbackplatform.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.member.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** The issuer's clock and ours may be 30 seconds apart, either way, and not a moment more. */
@ApiTest
class ClockSkewTest {

  private static final Instant MIDNIGHT =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofMillis(1);

  @Autowired ApiSettings settings;
  @Autowired TestIssuer issuer;

  private final MutableClock clock = new MutableClock(MIDNIGHT);
  private JwtDecoder tokens;

  @BeforeEach
  void setTheClock() {
    tokens = AccessTokens.decoder(settings, new ImmutableJWKSet<>(issuer.publicKeys()), clock);
  }

  @Test
  void isBorneAfterATokenExpired() {
    var token = valid(MIDNIGHT.minusSeconds(900), MIDNIGHT);

    clock.advance(SKEW);
    assertThat(tokens.decode(token).getExpiresAt()).isEqualTo(MIDNIGHT);
    clock.advance(MOMENT);
    assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(JwtValidationException.class);
  }

  @Test
  void isBorneBeforeATokenBegins() {
    var token = valid(MIDNIGHT, MIDNIGHT.plusSeconds(900));

    clock.advance(SKEW.negated());
    assertThat(tokens.decode(token).getNotBefore()).isEqualTo(MIDNIGHT);
    clock.advance(MOMENT.negated());
    assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(JwtValidationException.class);
  }

  private String valid(Instant from, Instant to) {
    return issuer.token(
        new UserId("ada"),
        claims ->
            claims
                .issueTime(Date.from(from))
                .notBeforeTime(Date.from(from))
                .expirationTime(Date.from(to)));
  }
}
