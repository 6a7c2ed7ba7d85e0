package io.feedbackplatform.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is refused whatever it says. */
@ApiTest
class RequestTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;

  @BeforeEach
  void openTenant() {
    tenant = TestTenant.in(storage);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /nothing",
    "POST, /events",
    "GET, /events",
    "POST, /error",
    "GET, /error",
    "GET, /feedback/",
    "GET, /feedback/a/b",
    "GET, /Feedback",
    "GET, /v3/api-docs",
    "GET, /actuator",
    "GET, /actuator/env",
    "GET, /login",
    "POST, /logout",
    "GET, /openapi.json.yaml",
    "GET, /index.html",
    "GET, /.env",
    "GET, /health/",
    "POST, /widget"
  })
  void knowsNothingBesideItsDoors(String method, String path) {
    var visitor = api.method(HttpMethod.valueOf(method)).uri(path).exchange();
    var member =
        api.method(HttpMethod.valueOf(method))
            .uri(path)
            .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
            .exchange();
    var forger =
        api.method(HttpMethod.valueOf(method))
            .uri(path)
            .header("Authorization", "Bearer x")
            .exchange();

    for (var answer : List.of(visitor, member, forger)) {
      assertThat(answer).hasStatus(404);
      assertCode(answer, "not_found");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /feedback, 'GET,POST,HEAD'",
    "DELETE, /feedback, 'GET,POST,HEAD'",
    "OPTIONS, /feedback, 'GET,POST,HEAD'",
    "PUT, /feedback/x, 'GET,HEAD,PATCH'",
    "POST, /analytics, 'GET,HEAD'",
    "POST, /widget/config, 'GET,HEAD'",
    "DELETE, /me, 'GET,HEAD'",
    "POST, /health, 'GET,HEAD'",
    "TRACE, /health, 'GET,HEAD'",
    "POST, /openapi.json, 'GET,HEAD'"
  })
  void namesTheMethodsThatItSupports(String method, String path, String allowed) {
    var answer = api.method(HttpMethod.valueOf(method)).uri(path).exchange();

    assertThat(answer).hasStatus(405);
    assertCode(answer, "method_not_allowed");
    assertThat(answer.getResponse().getHeader("Allow").split(", *"))
        .containsExactlyInAnyOrder(allowed.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data;boundary=x",
        "application/xml",
        "application/octet-stream",
        "application/problem+json",
        "application/json;charset=ISO-8859-1",
        "application/json;charset=utf-16",
        "json",
        "*/*",
        ""
      })
  void takesNothingButJson(String type) {
    var request =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", tenant.key().value())
            .content("{\"rating\": 5}");
    var answer = (type.isEmpty() ? request : request.header("Content-Type", type)).exchange();

    assertThat(answer).hasStatus(415);
    assertCode(answer, "unsupported_media_type");
    assertNothingStored();
  }

  @Test
  void takesNoCompressedBody() {
    var answer = post("{\"rating\": 5}".getBytes(), "Content-Encoding", "gzip");

    assertThat(answer).hasStatus(415);
    assertNothingStored();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/*"})
  void givesNothingButJson(String accept) {
    var answer =
        api.get()
            .uri("/feedback")
            .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
            .header("Accept", accept)
            .exchange();

    assertThat(answer).hasStatus(406);
    assertCode(answer, "not_acceptable");
  }

  @Test
  void acceptsABodyOf64KilobytesAndNoByteMore() {
    assertThat(post(bodyOf(64 * 1024))).hasStatus(400);
    assertCode(post(bodyOf(64 * 1024)), "validation_failed");

    var tooLarge = post(bodyOf(64 * 1024 + 1));
    assertThat(tooLarge).hasStatus(413);
    assertCode(tooLarge, "payload_too_large");
    assertNothingStored();
  }

  @Test
  void speaksVersionOne() {
    assertThat(post("{\"rating\": 5}".getBytes(), "API-Version", "1")).hasStatus(201);
    assertThat(post("{\"rating\": 5}".getBytes())).hasStatus(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "1.0", "1.1", "v1", "latest", "-1", "99999999999", ""})
  void refusesVersionsThatThereAreNot(String version) {
    var answer = post("{\"rating\": 5}".getBytes(), "API-Version", version);

    assertThat(answer).hasStatus(400);
    assertCode(answer, "unsupported_api_version");
    assertNothingStored();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feedback;a=b",
        "/feedback//x",
        "/%2e%2e/feedback",
        "/feedback/%2Fx",
        "/feedback%00"
      })
  void refusesAddressesThatHideSomething(String path) {
    var answer = api.get().uri(java.net.URI.create(path)).exchange();

    assertThat(answer).hasStatus(400);
    assertCode(answer, "bad_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"API-Version", "Idempotency-Key", "X-Site-Key", "Origin", "Accept"})
  void refusesHeadersWithControlCharacters(String name) {
    var answer = post("{\"rating\": 5}".getBytes(), name, "secret\u0083");

    assertThat(answer).hasStatus(400);
    assertCode(answer, "bad_request");
    assertNothingStored();
  }

  @Test
  void refusesParametersWithControlCharacters() {
    var answer =
        api.get()
            .uri("/feedback?\u0083=1")
            .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
            .exchange();

    assertThat(answer).hasStatus(400);
    assertCode(answer, "bad_request");
  }

  @Test
  void namesEachRequestByItself() {
    var first = api.get().uri("/health").header("X-Request-Id", "forged").exchange();
    var second = api.get().uri("/health").exchange();

    assertThat(first.getResponse().getHeader("X-Request-Id")).isNotEqualTo("forged").hasSize(36);
    assertThat(second.getResponse().getHeader("X-Request-Id"))
        .isNotEqualTo(first.getResponse().getHeader("X-Request-Id"));
  }

  @Test
  void believesNoTenantThatAProxyMightHaveNamed() throws Exception {
    var other = TestTenant.in(storage);
    var plain = me(null);
    var forged = me(other.id().value());

    assertThat(forged.getResponse().getContentAsString())
        .isEqualTo(plain.getResponse().getContentAsString());
  }

  @Test
  void sendsWhatKeepsBrowsersCareful() {
    assertThat(api.get().uri("/health").exchange())
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("X-Frame-Options", "DENY")
        .hasHeader("Referrer-Policy", "no-referrer")
        .hasHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .hasHeader("Cache-Control", "no-store")
        .containsHeader("Strict-Transport-Security")
        .doesNotContainHeader("Set-Cookie")
        .doesNotContainHeader("Server");
  }

  private MvcTestResult me(String tenantClaim) {
    var request =
        api.get().uri("/me").header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()));
    return (tenantClaim == null ? request : request.header("x-amz-tenant-id", tenantClaim))
        .exchange();
  }

  private static byte[] bodyOf(int size) {
    var frame = "{\"message\": \"\"}";
    return frame.replace("\"\"", "\"" + "m".repeat(size - frame.length()) + "\"").getBytes();
  }

  private MvcTestResult post(byte[] body, String... header) {
    var request =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", tenant.key().value())
            .header("Content-Type", "application/json")
            .content(body);
    return (header.length == 2 ? request.header(header[0], header[1]) : request).exchange();
  }

  private void assertNothingStored() {
    assertThat(storage.feedback().list(tenant.id(), 10, null).items()).isEmpty();
  }

  private static void assertCode(MvcTestResult answer, String code) {
    assertThat(answer)
        .hasContentType("application/problem+json;charset=UTF-8")
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo(code);
  }
}
