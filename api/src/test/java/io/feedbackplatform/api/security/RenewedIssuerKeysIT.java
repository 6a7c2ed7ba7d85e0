package io.feedbackplatform.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.feedbackplatform.api.testing.TestIssuer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A copy of the process that was restored from a snapshot believes today's keys. */
class RenewedIssuerKeysIT {

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void forgetAKeyThatWasWithdrawnMeanwhile() throws Exception {
    try (var keys = IssuerKeys.of(URI.create(server.baseUrl()), Clock.systemUTC())) {
      serve("before");
      keys.prime();
      serve("after");
      assertThat(known(keys)).as("within their life").containsExactly("before");

      keys.renew();

      assertThat(known(keys)).containsExactly("after");
    }
  }

  private void serve(String id) {
    var issuer = new TestIssuer(server.baseUrl(), TestIssuer.newKey(id));
    server.stubFor(
        WireMock.get("/.well-known/jwks.json")
            .willReturn(WireMock.okJson(issuer.publicKeys().toString())));
  }

  private static List<String> known(IssuerKeys keys) throws Exception {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream()
        .map(JWK::getKeyID)
        .toList();
  }
}
