package io.feedbackplatform.api.server;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.JWKSet;

/**
 * Where an issuer serves its keys. The API remembers keys and outages, so each test has its own.
 */
public final class KeyServer implements AutoCloseable {

  private static final String PATH = "/.well-known/jwks.json";

  private final WireMockServer server;

  private KeyServer(WireMockServer server) {
    this.server = server;
  }

  /** Serves nothing yet. */
  public static KeyServer start() {
    var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    return new KeyServer(server);
  }

  /** The issuer's name. */
  public String url() {
    return server.baseUrl();
  }

  public void serve(JWKSet keys) {
    server.stubFor(WireMock.get(PATH).willReturn(WireMock.okJson(keys.toString())));
  }

  public void fail() {
    server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.serverError()));
  }

  void redirect(JWKSet keys) {
    server.stubFor(WireMock.get("/elsewhere").willReturn(WireMock.okJson(keys.toString())));
    server.stubFor(WireMock.get(PATH).willReturn(WireMock.temporaryRedirect("/elsewhere")));
  }

  public int fetches() {
    return server
        .countRequestsMatching(WireMock.getRequestedFor(WireMock.urlPathEqualTo(PATH)).build())
        .getCount();
  }

  @Override
  public void close() {
    server.stop();
  }
}
