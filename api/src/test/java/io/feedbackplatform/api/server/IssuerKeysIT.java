package io.feedbackplatform.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.storage.Storage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How the API bears an issuer that is late, changes its keys, or falls silent. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class IssuerKeysIT {

  private static final WireMockServer ISSUER_SERVER = RealApi.startIssuer();
  private static final TestIssuer ISSUER = new TestIssuer(ISSUER_SERVER.baseUrl());

  @Autowired Storage storage;
  @LocalServerPort int port;

  @DynamicPropertySource
  static void surround(DynamicPropertyRegistry properties) {
    ISSUER_SERVER.resetAll();
    RealApi.configure(properties, ISSUER_SERVER.baseUrl(), RealApi.startDynamoDb());
  }

  @AfterAll
  static void stopIssuer() {
    ISSUER_SERVER.stop();
  }

  @Test
  void areFetchedWhenFirstNeededAndOnce() {
    var tenant = TestTenant.in(storage);
    var api = new HttpCalls(port);
    assertThat(api.get("/health").statusCode()).isEqualTo(200);
    assertThat(RealApi.fetchesOf(ISSUER_SERVER)).isZero();
    RealApi.serveKeys(ISSUER_SERVER, ISSUER.publicKeys());

    for (int i = 0; i < 20; i++) {
      assertThat(api.get("/feedback", ISSUER.tokenFor(tenant.member())).statusCode())
          .isEqualTo(200);
    }

    assertThat(RealApi.fetchesOf(ISSUER_SERVER)).isEqualTo(1);
  }

  @Test
  void areNotFetchedForEveryKeyThatSomebodyMakesUp() {
    RealApi.serveKeys(ISSUER_SERVER, ISSUER.publicKeys());
    var tenant = TestTenant.in(storage);
    var api = new HttpCalls(port);

    for (int i = 0; i < 300; i++) {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(UUID.randomUUID().toString()).build();
      var token = ISSUER.token(header, tenant.member(), claims -> {});
      assertThat(api.get("/feedback", token).statusCode()).isEqualTo(401);
    }

    assertThat(api.get("/feedback", ISSUER.tokenFor(tenant.member())).statusCode()).isEqualTo(200);
    assertThat(RealApi.fetchesOf(ISSUER_SERVER)).isLessThanOrEqualTo(3);
  }

  @Test
  void areLearntWhenTheyChange() {
    var next = new TestIssuer(ISSUER_SERVER.baseUrl(), TestIssuer.newKey("key-2"));
    RealApi.serveKeys(ISSUER_SERVER, ISSUER.publicKeys());
    var tenant = TestTenant.in(storage);
    var api = new HttpCalls(port);
    assertThat(api.get("/feedback", ISSUER.tokenFor(tenant.member())).statusCode()).isEqualTo(200);

    RealApi.serveKeys(
        ISSUER_SERVER, new JWKSet(List.of(ISSUER.key().toPublicJWK(), next.key().toPublicJWK())));

    assertThat(api.get("/feedback", next.tokenFor(tenant.member())).statusCode()).isEqualTo(200);
    assertThat(RealApi.fetchesOf(ISSUER_SERVER)).isEqualTo(2);
  }

  @Test
  void areRememberedWhileTheIssuerIsAway() {
    RealApi.serveKeys(ISSUER_SERVER, ISSUER.publicKeys());
    var tenant = TestTenant.in(storage);
    var api = new HttpCalls(port);
    assertThat(api.get("/feedback", ISSUER.tokenFor(tenant.member())).statusCode()).isEqualTo(200);

    ISSUER_SERVER.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.serverError()));
    var stranger = new TestIssuer(ISSUER_SERVER.baseUrl(), TestIssuer.newKey("key-9"));

    assertThat(api.get("/feedback", stranger.tokenFor(tenant.member())).statusCode())
        .isEqualTo(401);
    assertThat(api.get("/feedback", ISSUER.tokenFor(tenant.member())).statusCode()).isEqualTo(200);
  }

  @Test
  void areMissedInSoManyWordsWhenTheyNeverCame() {
    ISSUER_SERVER.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.serverError()));
    var tenant = TestTenant.in(storage);
    var api = new HttpCalls(port);

    for (int i = 0; i < 5; i++) {
      var answer = api.get("/feedback", ISSUER.tokenFor(tenant.member()));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("service_unavailable").doesNotContain("jwks", "localhost");
    }
  }

  @Test
  void areNotSoughtBehindARedirect() {
    ISSUER_SERVER.stubFor(
        WireMock.get("/elsewhere").willReturn(WireMock.okJson(ISSUER.publicKeys().toString())));
    ISSUER_SERVER.stubFor(
        WireMock.get("/.well-known/jwks.json")
            .willReturn(WireMock.temporaryRedirect("/elsewhere")));
    var tenant = TestTenant.in(storage);

    var answer = new HttpCalls(port).get("/feedback", ISSUER.tokenFor(tenant.member()));

    assertThat(answer.statusCode()).isEqualTo(503);
  }
}
