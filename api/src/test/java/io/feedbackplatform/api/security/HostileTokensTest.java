package io.feedbackplatform.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import io.feedbackplatform.api.security.HostileToken.Flaw;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tokens that are not what a member's access token is: all are refused, and all alike. */
@ApiTest
class HostileTokensTest {

  private static final Logger LOG = LoggerFactory.getLogger(HostileTokensTest.class);

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private UserId user;
  private List<HostileToken> tokens;

  @BeforeEach
  void forge() throws JOSEException {
    user = TestTenant.in(storage).member();
    tokens =
        Stream.of(
                HostileClaims.of(issuer, user),
                HostileSignatures.of(issuer, user),
                HostileForms.of(issuer, user))
            .flatMap(List::stream)
            .toList();
    assertThat(tokens).extracting(HostileToken::headers).doesNotHaveDuplicates();
    assertThat(tokens).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void areRefusedInTheSameBytesWhileGoodOnesPass() {
    var reference = Refusal.of(get(List.of("Bearer nonsense")));
    var refused = new ArrayList<HostileToken>();
    var others = new ArrayList<String>();

    for (var token : tokens) {
      var refusal = Refusal.of(get(token.headers()));
      if (refusal.equals(reference)) {
        refused.add(token);
      } else {
        others.add(token + " -> " + refusal.status() + " " + refusal.body());
      }
      assertThat(get(List.of("Bearer " + issuer.tokenFor(user)))).as("good one").hasStatus(200);
    }

    LOG.info("{} of {} hostile tokens refused in the same bytes", refused.size(), tokens.size());
    assertThat(others).isEmpty();
    assertThat(refused).hasSameSizeAs(tokens);
    assertThat(reference.status()).isEqualTo(401);
    assertThat(reference.headers())
        .containsEntry("WWW-Authenticate", List.of("Bearer error=\"invalid_token\""));
    assertThat(reference.body())
        .contains("\"code\":\"token_invalid\"")
        .doesNotContainIgnoringCase("signature", "expired", "issuer", "kid", "claim", "Exception");
  }

  /** What has no other flaw than its claims passes a door that only looks at signatures. */
  @Test
  void needTheCheckOfTheirClaims() {
    var rows = of(Flaw.CLAIMS);

    assertThat(rows).hasSizeGreaterThanOrEqualTo(30).allMatch(this::isSignedByTheIssuer);
  }

  /** What has no other flaw than its signature passes a door that only looks at claims. */
  @Test
  void needTheCheckOfTheirSignatures() {
    var good = HostileClaims.payload(user).replaceAll("\"(iat|exp)\":[0-9]+", "");

    var believed = of(Flaw.SIGNATURE).stream().filter(token -> claims(token).equals(good)).toList();

    assertThat(believed).hasSizeGreaterThanOrEqualTo(60);
  }

  /**
   * Controls: what is compared tells a good token from the others, and one refusal from another.
   */
  @Test
  void areNotSeenWhereThereAreNone() {
    var reference = Refusal.of(get(List.of("Bearer nonsense")));

    var good = HostileClaims.sign(issuer, issuer.header().toString(), HostileClaims.payload(user));
    assertThat(get(List.of("Bearer " + good))).hasStatus(200);
    assertThat(get(List.of("bearer " + good))).as("RFC 9110, 11.1").hasStatus(200);
    assertThat(get(List.of("BEARER " + good))).hasStatus(200);
    assertThat(Refusal.of(get(List.of("Bearer " + good)))).isNotEqualTo(reference);
    assertThat(Refusal.of(get(List.of("Basic YTpi")))).isNotEqualTo(reference);
  }

  @Test
  void areNotLookedForOutsideTheHeader() {
    var token = issuer.tokenFor(user);
    var reference = Refusal.of(api.get().uri("/feedback").exchange());

    for (var elsewhere :
        List.of(
            api.get().uri("/feedback?access_token=" + token),
            api.get().uri("/feedback").param("access_token", token),
            api.get()
                .uri("/feedback")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .content("access_token=" + token),
            api.get().uri("/feedback").header("X-Authorization", "Bearer " + token),
            api.get().uri("/feedback").header("Proxy-Authorization", "Bearer " + token),
            api.get().uri("/feedback").header("Authorization", "Token " + token),
            api.get().uri("/feedback").header("Authorization", token),
            api.get().uri("/feedback").header("Cookie", "access_token=" + token))) {
      assertThat(Refusal.of(elsewhere.exchange())).isEqualTo(reference);
    }
    assertThat(reference.status()).isEqualTo(401);
    assertThat(reference.headers()).containsEntry("WWW-Authenticate", List.of("Bearer"));
  }

  private List<HostileToken> of(Flaw flaw) {
    return tokens.stream().filter(token -> token.flaw() == flaw).toList();
  }

  private boolean isSignedByTheIssuer(HostileToken token) {
    try {
      return SignedJWT.parse(token.token()).verify(new RSASSAVerifier(issuer.key()));
    } catch (ParseException | JOSEException failure) {
      throw new AssertionError(token.what(), failure);
    }
  }

  private static String claims(HostileToken token) {
    var parts = token.token().split("\\.");
    return new Base64URL(parts[1]).decodeToString().replaceAll("\"(iat|exp)\":[0-9]+", "");
  }

  private MvcTestResult get(List<String> authorization) {
    var request = api.get().uri("/feedback");
    authorization.forEach(value -> request.header("Authorization", value));
    return request.exchange();
  }
}
