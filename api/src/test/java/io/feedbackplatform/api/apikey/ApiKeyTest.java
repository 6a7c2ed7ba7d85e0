package io.feedbackplatform.api.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.ApiKeyToken;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.apikey.IssuedApiKey;
import io.feedbackplatform.core.apikey.RevokeApiKey;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ApiKeyTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired Clock clock;
  @Autowired ApiSettings settings;
  @Autowired IssueApiKey issuing;
  @Autowired RevokeApiKey revocation;

  private final Actor admin = Actor.person("ada", null);
  private TestTenant tenant;
  private TestTenant other;
  private String path;

  @BeforeEach
  void openTenants() {
    tenant = TestTenant.in(storage);
    other = TestTenant.in(storage);
    var feedback = TestObjects.feedback(tenant.site().id());
    storage.feedback().create(tenant.id(), feedback, null);
    path = "/feedback/" + feedback.id().value();
  }

  @ParameterizedTest
  @CsvSource({
    "/feedback, FEEDBACK_READ, feedback:read",
    "/feedback/{id}, FEEDBACK_READ, feedback:read",
    "/analytics, ANALYTICS_READ, analytics:read"
  })
  void opensWhatItsScopeNamesAndNamesTheScopeThatItLacks(
      String address, ApiKeyScope scope, String word) {
    var target = address.equals("/feedback/{id}") ? path : address;

    assertThat(get(target, issue(scope))).hasStatus(200);

    for (var lacking : ApiKeyScope.values()) {
      if (lacking != scope) {
        var answer = get(target, issue(lacking));
        assertThat(answer).hasStatus(403).containsHeader("WWW-Authenticate");
        assertThat(answer.getResponse().getHeader("WWW-Authenticate"))
            .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"" + word + "\"");
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("scope_missing");
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(word);
      }
    }
  }

  @Test
  void readsItsOwnTenantOnly() {
    var foreign =
        issuing
            .issue(other.id(), admin, "Theirs", Set.of(ApiKeyScope.FEEDBACK_READ), null)
            .token()
            .text();

    assertThat(get(path, issue(ApiKeyScope.FEEDBACK_READ))).hasStatus(200);
    assertThat(get(path, foreign)).hasStatus(404);
    assertThat(get("/feedback", foreign))
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(0);
  }

  @Test
  void ignoresItsTenantsNameAndRefusesAnothers() {
    var key = issue(ApiKeyScope.FEEDBACK_READ);

    assertThat(get("/feedback", key, tenant.id().value())).hasStatus(200);
    for (var named : List.of(other.id().value(), "x", "")) {
      assertThat(get("/feedback", key, named))
          .hasStatus(403)
          .bodyJson()
          .extractingPath("$.code")
          .isEqualTo("forbidden");
    }
  }

  @Test
  void isRefusedAlikeWhateverIsWrongWithIt() {
    var good = issued(null, ApiKeyScope.FEEDBACK_READ);
    var yesterday = Clock.offset(clock, Duration.ofDays(-1));
    var expired =
        new IssueApiKey(storage.apiKeys(), settings.keyPeppers(), yesterday)
            .issue(tenant.id(), admin, "Old", Set.of(ApiKeyScope.FEEDBACK_READ), clock.instant());
    var revoked = issued(null, ApiKeyScope.FEEDBACK_READ);
    revocation.revoke(tenant.id(), admin, revoked.key().id());
    var text = good.token().text();
    var wrong =
        List.of(
            expired.token().text(),
            revoked.token().text(),
            ApiKeyToken.random(good.key().id()).text(),
            ApiKeyToken.random(ApiKeyId.random()).text(),
            text.substring(0, text.length() - 1),
            text.replace("fbk_live", "fbk_test"),
            text.replace("fbk_", "FBK_"),
            "fbk_");

    assertThat(get("/feedback", text)).hasStatus(200);
    var answers = new LinkedHashSet<String>();
    for (var key : wrong) {
      answers.add(refusal(key));
    }

    assertThat(answers).singleElement().asString().contains("401", "api_key_invalid");
  }

  @Test
  void isRefusedWhenItComesTwice() {
    var key = "Bearer " + issue(ApiKeyScope.FEEDBACK_READ);

    assertThat(api.get().uri("/feedback").header("Authorization", key, key)).hasStatus(401);
    assertThat(api.get().uri("/feedback").header("Authorization", key)).hasStatus(200);
  }

  @Test
  void opensNoRoutesOfPeopleAndPages() {
    var key = issue(ApiKeyScope.values());

    assertThat(get("/me", key)).hasStatus(403);
    assertThat(get("/api-keys", key)).hasStatus(403);
    assertThat(get("/widget/config", key)).hasStatus(403);
    assertThat(get("/me", ApiKeyToken.random(ApiKeyId.random()).text())).hasStatus(401);
    assertThat(get("/nothing", key)).hasStatus(404);
    assertThat(get("/health", "fbk_nonsense")).hasStatus(200);
  }

  @Test
  void leavesFeedbackAtASiteThatItNames() {
    var key = issue(ApiKeyScope.FEEDBACK_WRITE);

    var made = post(key, body(tenant.site().id().value()));
    assertThat(made)
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.siteId")
        .isEqualTo(tenant.site().id().value());

    for (var site : List.of(other.site().id().value(), SiteId.random().value(), "x", "")) {
      assertThat(post(key, body(site)))
          .hasStatus(400)
          .bodyJson()
          .extractingPath("$.errors[0].code")
          .isEqualTo("unknown_site");
    }
    assertThat(post(key, "{\"rating\": 5}"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].code")
        .isEqualTo("required");
    assertThat(post(issue(ApiKeyScope.FEEDBACK_READ), body(tenant.site().id().value())))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("scope_missing");
  }

  @Test
  void givesPagesOfOtherOriginsNothing() {
    var answer =
        api.post()
            .uri("/feedback")
            .header("Authorization", "Bearer " + issue(ApiKeyScope.FEEDBACK_WRITE))
            .header("Origin", tenant.origin())
            .contentType(MediaType.APPLICATION_JSON)
            .content(body(tenant.site().id().value()))
            .exchange();

    assertThat(answer).doesNotContainHeader("Access-Control-Allow-Origin");
  }

  @Test
  void leavesTheSiteKeyOfAPageToItself() {
    var answer =
        api.post()
            .uri("/feedback")
            .header("Authorization", "Bearer fbk_nonsense")
            .header("X-Site-Key", tenant.key().value())
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"rating\": 5}")
            .exchange();

    assertThat(answer).hasStatus(201);
  }

  @Test
  void isNotedInUse() {
    var issued = issued(null, ApiKeyScope.FEEDBACK_READ);
    assertThat(lastUse(issued)).isNull();

    get("/feedback", issued.token().text());
    assertThat(lastUse(issued)).isNotNull();
  }

  private @Nullable Instant lastUse(IssuedApiKey issued) {
    return storage.apiKeys().find(tenant.id(), issued.key().id()).orElseThrow().lastUsedAt();
  }

  private String refusal(String key) {
    var answer = get("/feedback", key);
    try {
      var response = answer.getResponse();
      var headers = new ArrayList<String>();
      for (var name : response.getHeaderNames()) {
        if (!name.equals("X-Request-Id")) {
          headers.add(name + ": " + response.getHeaders(name));
        }
      }
      var body = response.getContentAsString().replaceAll("\"requestId\":\"[^\"]+\"", "");
      return response.getStatus() + " " + headers + " " + body;
    } catch (java.io.UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String issue(ApiKeyScope... scopes) {
    return issued(null, scopes).token().text();
  }

  private IssuedApiKey issued(@Nullable Instant expiresAt, ApiKeyScope... scopes) {
    return issuing.issue(tenant.id(), admin, "Partner", Set.of(scopes), expiresAt);
  }

  private static String body(String site) {
    return "{\"rating\": 5, \"siteId\": \"" + site + "\"}";
  }

  private MvcTestResult post(String key, String body) {
    return api.post()
        .uri("/feedback")
        .header("Authorization", "Bearer " + key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult get(String path, String key) {
    return api.get().uri(path).header("Authorization", "Bearer " + key).exchange();
  }

  private MvcTestResult get(String path, String key, String tenant) {
    return api.get()
        .uri(path)
        .header("Authorization", "Bearer " + key)
        .header("X-Tenant-Id", tenant)
        .exchange();
  }
}
