package io.feedbackplatform.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import io.feedbackplatform.api.server.KeyServer;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * How often a real key server is asked, by a clock that the test moves: hours pass at once, and a
 * slow machine fetches no oftener than a fast one. Tokens go by the system's clock.
 */
@ApiTest
class IssuerKeysInTimeIT {

  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeysInTimeIT.class);
  private static final MutableClock CLOCK = new MutableClock(Instant.now());
  private static final String ISSUER = "https://issuer.example/pool";

  /** Stands between the application, which is shared, and the keys of one test. */
  private static final class Keys {
    private static IssuerKeys now;
  }

  @TestBean(name = "testKeys")
  JWKSource<SecurityContext> keys;

  static JWKSource<SecurityContext> keys() {
    return (selector, context) -> Keys.now.get(selector, context);
  }

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private KeyServer server;
  private UserId user;
  private String good;

  @BeforeEach
  void start() throws MalformedURLException {
    server = KeyServer.start();
    server.serve(issuer.publicKeys());
    Keys.now = IssuerKeys.of(URI.create(server.url()), CLOCK);
    user = TestTenant.in(storage).member();
    good = issuer.tokenFor(user);
  }

  @AfterEach
  void stop() {
    Keys.now.close();
    server.close();
  }

  /** In a minute, which touches three spans of the limit. */
  @Test
  void areFetchedAtMostSixTimesForTenThousandMadeUpKeys() {
    int accepted = 0;
    for (int i = 0; i < 10_000; i++) {
      assertThat(statusOf(madeUp())).isEqualTo(401);
      if (i % 20 == 0) {
        assertThat(statusOf(issuer.tokenFor(user))).as("valid token after %d", i).isEqualTo(200);
        accepted++;
      }
      CLOCK.advance(Duration.ofMillis(6));
    }

    LOG.info("10,000 made up keys: {} fetches; {} of 500 good tokens", server.fetches(), accepted);
    assertThat(server.fetches()).isBetween(2, 6);
    assertThat(accepted).isEqualTo(500);
  }

  /** The control of the test before: where nothing limits it, each made up key is a fetch. */
  @Test
  void areFetchedForEachMadeUpKeyOnceTheLimitHasPassed() {
    assertThat(statusOf(issuer.tokenFor(user))).isEqualTo(200);
    for (int i = 0; i < 10; i++) {
      CLOCK.advance(Duration.ofSeconds(31));
      assertThat(statusOf(madeUp())).isEqualTo(401);
    }

    assertThat(server.fetches()).isEqualTo(11);
  }

  @Test
  void outliveAnHourWithoutTheIssuer() {
    assertThat(statusOf(issuer.tokenFor(user))).isEqualTo(200);
    server.fail();

    for (int minute = 0; minute < 60; minute++) {
      CLOCK.advance(Duration.ofMinutes(1));
      assertThat(statusOf(issuer.tokenFor(user))).as("minute %d", minute).isEqualTo(200);
      assertThat(statusOf(madeUp())).isEqualTo(401);
    }

    LOG.info("an hour without the issuer: {} attempts to fetch", server.fetches());
  }

  /** The control of the test before: keys are not believed for ever. */
  @Test
  void areNotBelievedForADayWithoutTheIssuer() {
    assertThat(statusOf(issuer.tokenFor(user))).isEqualTo(200);
    server.fail();

    CLOCK.advance(Duration.ofDays(1));

    assertThat(statusOf(issuer.tokenFor(user))).isEqualTo(503);
  }

  @Test
  void costOneFetchWhenOneIsNew() {
    var next = new TestIssuer(ISSUER, TestIssuer.newKey("key-2"));
    assertThat(statusOf(issuer.tokenFor(user))).isEqualTo(200);
    assertThat(server.fetches()).isEqualTo(1);
    server.serve(new JWKSet(List.of(issuer.key().toPublicJWK(), next.key().toPublicJWK())));

    for (int i = 0; i < 20; i++) {
      assertThat(statusOf(next.tokenFor(user))).isEqualTo(200);
      assertThat(statusOf(issuer.tokenFor(user))).isEqualTo(200);
    }

    assertThat(server.fetches()).isEqualTo(2);
  }

  /** The key is looked for before the signature, so that any signature does. */
  private String madeUp() {
    var header = "{\"alg\":\"RS256\",\"kid\":\"" + UUID.randomUUID() + "\"}";
    return Base64URL.encode(header) + good.substring(good.indexOf('.'));
  }

  private int statusOf(String token) {
    return api.get()
        .uri("/feedback")
        .header("Authorization", "Bearer " + token)
        .exchange()
        .getResponse()
        .getStatus();
  }
}
