package io.feedbackplatform.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class SiteKeyTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;
  private TestTenant other;

  @BeforeEach
  void openTenants() {
    tenant = TestTenant.in(storage);
    other = TestTenant.in(storage);
  }

  @Test
  void isNeededToSubmit() {
    var answer = submit(null, null);

    assertThat(answer).hasStatus(401).containsHeader("WWW-Authenticate");
    assertCode(answer, "site_key_missing");
    assertCode(submit(" ", null), "site_key_missing");
  }

  @Test
  void isNotReplacedByAMembersToken() {
    var answer =
        api.post()
            .uri("/feedback")
            .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
            .header("Content-Type", "application/json")
            .content("{\"rating\": 5}")
            .exchange();

    assertThat(answer).hasStatus(401);
    assertCode(answer, "site_key_missing");
  }

  @Test
  void isRefusedAlikeWhenUnknownRevokedOrMalformed() throws Exception {
    var revoked = SiteKey.random();
    storage.siteKeys().issue(tenant.id(), tenant.site().id(), revoked, Actor.platform());
    storage.siteKeys().revoke(tenant.id(), tenant.site().id(), revoked, Actor.platform());
    var keys =
        List.of(
            SiteKey.random().value(),
            revoked.value(),
            "fbpk_short",
            "x",
            tenant.key().value().toLowerCase(java.util.Locale.ROOT),
            tenant.key().value() + "0",
            tenant.key().value() + ", " + other.key().value(),
            "fbk_live_0123",
            "' OR 1=1",
            "f".repeat(5_000));

    var bodies = new ArrayList<String>();
    for (var key : keys) {
      var answer = submit(key, tenant.origin());
      assertThat(answer)
          .as(key)
          .hasStatus(401)
          .hasHeader("Access-Control-Allow-Origin", tenant.origin());
      assertThat(submit(key, "https://nobody.example"))
          .hasStatus(401)
          .doesNotContainHeader("Access-Control-Allow-Origin");
      bodies.add(
          answer.getResponse().getContentAsString().replaceAll("\"requestId\":\"[^\"]*\"", ""));
    }
    assertThat(bodies.stream().distinct()).hasSize(1);
    assertThat(bodies.getFirst()).contains("site_key_unknown");
    assertNothingStored();
  }

  @Test
  void storesWithTheKeysOwnTenantOnly() {
    assertThat(submit(tenant.key().value(), null)).hasStatus(201);

    assertThat(storage.feedback().list(tenant.id(), 10, null).items()).hasSize(1);
    assertThat(storage.feedback().list(other.id(), 10, null).items()).isEmpty();
  }

  @Test
  void maySubmitFromAListedOriginAndIsToldSo() {
    assertThat(submit(tenant.key().value(), tenant.origin()))
        .hasStatus(201)
        .hasHeader("Access-Control-Allow-Origin", tenant.origin())
        .hasHeader(
            "Access-Control-Expose-Headers",
            "location, x-request-id, retry-after, ratelimit, ratelimit-policy, idempotency-replayed")
        .doesNotContainHeader("Access-Control-Allow-Credentials")
        .hasHeader("Vary", "Origin");
  }

  @Test
  void letsThePageReadWhyItsInputWasRefused() {
    var answer =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", tenant.key().value())
            .header("Origin", tenant.origin())
            .header("Content-Type", "application/json")
            .content("m".repeat(70_000))
            .exchange();

    assertThat(answer).hasStatus(413).hasHeader("Access-Control-Allow-Origin", tenant.origin());
  }

  @Test
  void mayNotSubmitFromAnyOtherOrigin() {
    for (var origin :
        List.of(
            other.origin(),
            "null",
            "https://evil.example",
            tenant.origin() + ".evil.example",
            tenant.origin().replace("https", "http"),
            tenant.origin() + ":8443",
            tenant.origin() + "/",
            tenant.origin() + "/path",
            "https://evil.example@" + tenant.origin().substring(8),
            "x".repeat(5_000))) {
      var answer = submit(tenant.key().value(), origin);
      assertThat(answer)
          .as(origin)
          .hasStatus(403)
          .doesNotContainHeader("Access-Control-Allow-Origin");
      assertCode(answer, "origin_not_allowed");
    }
  }

  @Test
  void readsTheWidgetsConfiguration() {
    assertThat(config(tenant.key().value(), tenant.origin()))
        .hasStatus(200)
        .hasHeader("Cache-Control", "max-age=60, public")
        .containsHeader("ETag")
        .hasHeader("Access-Control-Allow-Origin", tenant.origin())
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"siteId": "%s", "siteName": "Shop", "strings": {}, "challenge": "none",
             "question": "rating",
             "theme": {"accentColor": "#3B5BDB", "mode": "auto", "position": "bottom-right"}}\
            """
                .formatted(tenant.site().id()));
    assertThat(config(null, null)).hasStatus(401);
    assertThat(config(tenant.key().value(), other.origin())).hasStatus(403);
  }

  @Test
  void savesTheWidgetADownloadWhileNothingChanged() {
    var etag = config(tenant.key().value(), null).getResponse().getHeader("ETag");

    assertThat(
            api.get()
                .uri("/widget/config")
                .header("X-Site-Key", tenant.key().value())
                .header("If-None-Match", etag))
        .hasStatus(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feedback", "/feedback/x", "/analytics", "/me"})
  void opensNothingElse(String path) {
    var answer = api.get().uri(path).header("X-Site-Key", tenant.key().value()).exchange();

    assertThat(answer).hasStatus(403);
    assertCode(answer, "forbidden");
    assertThat(api.get().uri(path).header("X-Site-Key", SiteKey.random().value())).hasStatus(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feedback", "/widget/config"})
  void isAskedAboutInPreflightsByOrigin(String path) {
    assertThat(preflight(path, tenant.origin(), "POST"))
        .hasStatus(204)
        .hasHeader("Access-Control-Allow-Origin", tenant.origin())
        .hasHeader("Access-Control-Allow-Methods", "POST, GET")
        .hasHeader(
            "Access-Control-Allow-Headers",
            "content-type, x-site-key, idempotency-key, api-version")
        .hasHeader("Access-Control-Max-Age", "600")
        .hasHeader("Vary", "Origin")
        .doesNotContainHeader("Access-Control-Allow-Credentials");
  }

  @Test
  void isNotAllowedFromOriginsThatNoSiteLists() {
    for (var origin :
        List.of("https://evil.example", "null", "garbage", "*", "file://", "https://")) {
      assertThat(preflight("/feedback", origin, "POST"))
          .as(origin)
          .hasStatus(403)
          .doesNotContainHeader("Access-Control-Allow-Origin")
          .doesNotContainHeader("Access-Control-Allow-Methods");
    }
    assertThat(preflight("/feedback", tenant.origin(), "DELETE"))
        .hasStatus(403)
        .doesNotContainHeader("Access-Control-Allow-Origin");
    assertThat(preflight("/analytics", tenant.origin(), "GET"))
        .hasStatus(405)
        .doesNotContainHeader("Access-Control-Allow-Origin");
  }

  @Test
  void mayNotComeTwiceNorMayTheOrigin() {
    var twoKeys =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", tenant.key().value(), other.key().value())
            .header("Content-Type", "application/json")
            .content("{\"rating\": 5}")
            .exchange();
    var twoOrigins =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", tenant.key().value())
            .header("Origin", tenant.origin(), "https://nobody.example")
            .header("Content-Type", "application/json")
            .content("{\"rating\": 5}")
            .exchange();

    assertCode(twoKeys, "site_key_unknown");
    assertCode(twoOrigins, "origin_not_allowed");
    assertNothingStored();
    assertThat(submit(tenant.key().value(), tenant.origin())).hasStatus(201);
  }

  private MvcTestResult preflight(String path, String origin, String method) {
    return api.options()
        .uri(path)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", "content-type,x-site-key")
        .exchange();
  }

  private MvcTestResult config(String key, String origin) {
    var request = api.get().uri("/widget/config");
    if (key != null) {
      request.header("X-Site-Key", key);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }
    return request.exchange();
  }

  private MvcTestResult submit(String key, String origin) {
    var request =
        api.post()
            .uri("/feedback")
            .header("Content-Type", "application/json")
            .content("{\"rating\": 5}");
    if (key != null) {
      request.header("X-Site-Key", key);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }
    return request.exchange();
  }

  private void assertNothingStored() {
    assertThat(storage.feedback().list(tenant.id(), 10, null).items()).isEmpty();
  }

  private static void assertCode(MvcTestResult answer, String code) {
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
  }
}
