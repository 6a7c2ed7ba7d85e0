package io.feedbackplatform.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the API bears an issuer that is late, changes its keys, or falls silent. */
class IssuerKeysIT {

  private KeyServer keyServer;
  private TestIssuer issuer;
  private RealApi real;

  @BeforeEach
  void start() {
    keyServer = KeyServer.start();
    issuer = new TestIssuer(keyServer.url());
    real = RealApi.start(keyServer.url());
  }

  @AfterEach
  void stop() {
    real.close();
    keyServer.close();
  }

  @Test
  void areFetchedWhenFirstNeededAndOnce() {
    var tenant = TestTenant.in(real.storage());
    var api = real.calls();
    assertThat(api.get("/health").statusCode()).isEqualTo(200);
    assertThat(keyServer.fetches()).isZero();
    keyServer.serve(issuer.publicKeys());

    for (int i = 0; i < 20; i++) {
      assertThat(api.get("/feedback", issuer.tokenFor(tenant.member())).statusCode())
          .isEqualTo(200);
    }

    assertThat(keyServer.fetches()).isEqualTo(1);
  }

  @Test
  void areNotFetchedForEveryKeyThatSomebodyMakesUp() {
    keyServer.serve(issuer.publicKeys());
    var tenant = TestTenant.in(real.storage());
    var api = real.calls();

    for (int i = 0; i < 300; i++) {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(UUID.randomUUID().toString()).build();
      var token = issuer.token(header, tenant.member(), claims -> {});
      assertThat(api.get("/feedback", token).statusCode()).isEqualTo(401);
    }

    assertThat(api.get("/feedback", issuer.tokenFor(tenant.member())).statusCode()).isEqualTo(200);
    assertThat(keyServer.fetches()).isLessThanOrEqualTo(3);
  }

  @Test
  void areLearntWhenTheyChange() {
    var next = new TestIssuer(keyServer.url(), TestIssuer.newKey("key-2"));
    keyServer.serve(issuer.publicKeys());
    var tenant = TestTenant.in(real.storage());
    var api = real.calls();
    assertThat(api.get("/feedback", issuer.tokenFor(tenant.member())).statusCode()).isEqualTo(200);

    keyServer.serve(new JWKSet(List.of(issuer.key().toPublicJWK(), next.key().toPublicJWK())));

    assertThat(api.get("/feedback", next.tokenFor(tenant.member())).statusCode()).isEqualTo(200);
    assertThat(keyServer.fetches()).isEqualTo(2);
  }

  @Test
  void areRememberedWhileTheIssuerIsAway() {
    keyServer.serve(issuer.publicKeys());
    var tenant = TestTenant.in(real.storage());
    var api = real.calls();
    assertThat(api.get("/feedback", issuer.tokenFor(tenant.member())).statusCode()).isEqualTo(200);

    keyServer.fail();
    var stranger = new TestIssuer(keyServer.url(), TestIssuer.newKey("key-9"));

    assertThat(api.get("/feedback", stranger.tokenFor(tenant.member())).statusCode())
        .isEqualTo(401);
    assertThat(api.get("/feedback", issuer.tokenFor(tenant.member())).statusCode()).isEqualTo(200);
  }

  @Test
  void areMissedInSoManyWordsWhenTheyNeverCame() {
    keyServer.fail();
    var tenant = TestTenant.in(real.storage());
    var api = real.calls();

    for (int i = 0; i < 5; i++) {
      var answer = api.get("/feedback", issuer.tokenFor(tenant.member()));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("service_unavailable").doesNotContain("jwks", "localhost");
    }
  }

  @Test
  void areNotSoughtBehindARedirect() {
    keyServer.redirect(issuer.publicKeys());
    var tenant = TestTenant.in(real.storage());

    var answer = real.calls().get("/feedback", issuer.tokenFor(tenant.member()));

    assertThat(answer.statusCode()).isEqualTo(503);
  }
}
