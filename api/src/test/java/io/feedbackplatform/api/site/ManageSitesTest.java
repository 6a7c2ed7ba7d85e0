package io.feedbackplatform.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.storage.Storage;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ManageSitesTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTeam team;
  private TestTeam strangers;
  private String site;
  private String key;
  private String domain;
  private long before;

  @BeforeEach
  void openSite() {
    team = TestTeam.in(new TestTeam.World(api, storage, issuer));
    strangers = TestTeam.in(new TestTeam.World(api, storage, issuer));
    domain = SiteId.random().value().toLowerCase(Locale.ROOT) + ".example";
    site = read(create(team.admin(), "{\"name\": \"Blog\"}"), "$.siteId");
    key = read(post("/sites/" + site + "/keys", team.admin(), null), "$.siteKey");
    before = team.changes();
  }

  @Test
  void makesASiteThatTakesFeedbackOnceItHasAKey() {
    var made =
        create(
            team.admin(),
            """
            {"name": " Shop ", "origins": ["HTTPS://Shop.%1$s:443", "https://*.Blog.%1$s"],
             "theme": {"accentColor": "#AB12cd", "position": "bottom-left"},
             "strings": {"title": "Wie war's?"}, "challenge": "none", "question": "nps"}
            """
                .formatted(domain));

    assertThat(made).hasStatus(201);
    String id = read(made, "$.siteId");
    assertThat(made).hasHeader("Location", "https://api.example/prod/sites/" + id);
    assertThat(made)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"siteId": "%1$s", "name": "Shop",
             "origins": ["https://*.blog.%2$s", "https://shop.%2$s"],
             "theme": {"accentColor": "#AB12cd", "mode": "auto", "position": "bottom-left"},
             "strings": {"title": "Wie war's?"}, "challenge": "none", "question": "nps"}
            """
                .formatted(id, domain));
    assertThat(team.get("/sites/" + id, team.viewer()))
        .hasStatus(200)
        .bodyText()
        .isEqualTo(text(made));
    assertThat(team.changes()).isEqualTo(before + 1);

    String own = read(post("/sites/" + id + "/keys", team.admin(), null), "$.siteKey");
    assertThat(submit(own, "https://a.b.blog." + domain))
        .hasStatus(201)
        .hasHeader("Access-Control-Allow-Origin", "https://a.b.blog." + domain);
    assertThat(submit(own, "https://blog." + domain)).hasStatus(403);
    assertThat(submit(own, "https://evil-blog." + domain)).hasStatus(403);
    assertThat(submit(key, "https://shop." + domain)).hasStatus(403);
  }

  @Test
  void changesWhatIsSentAndNothingElse() {
    var first = "{\"origins\": [\"https://www." + domain + "\"], \"strings\": {\"send\": \"Los\"}}";
    assertThat(patch(team.admin(), first)).hasStatus(200);
    assertThat(patch(team.admin(), first)).hasStatus(200);
    assertThat(patch(team.admin(), "{}")).hasStatus(200);
    assertThat(team.changes()).isEqualTo(before + 1);
    assertThat(newest().fields()).containsExactly("origins", "strings");

    var second = patch(team.admin(), "{\"theme\": {\"mode\": \"dark\"}, \"name\": \"News\"}");
    assertThat(second)
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"name": "News", "origins": ["https://www.%s"], "strings": {"send": "Los"},
             "theme": {"accentColor": "#3B5BDB", "mode": "dark", "position": "bottom-right"}}
            """
                .formatted(domain));
    assertThat(newest().fields()).containsExactly("name", "theme");
    assertThat(newest().operation()).isEqualTo(Operation.SITE_CHANGED);
    assertThat(newest().target().id()).isEqualTo(site);
    assertThat(newest().actor().id()).isEqualTo(team.admin().value());

    var third =
        patch(
            team.admin(),
            "{\"origins\": [], \"strings\": {}, \"challenge\": \"proof_of_work\","
                + " \"question\": \"ces\"}");
    assertThat(third)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"origins\": [], \"strings\": {}, \"challenge\": \"proof_of_work\","
                + " \"question\": \"ces\"}");
    assertThat(newest().fields()).containsExactly("challenge", "origins", "question", "strings");
    assertThat(team.changes()).isEqualTo(before + 3);
  }

  @Test
  void replacesAKeyWhileTheFormerGoesOn() {
    var next = rotate(key, "{\"overlapHours\": 1}");

    assertThat(next).hasStatus(200);
    String second = read(next, "$.siteKey");
    assertThat(submit(key, null)).hasStatus(201);
    assertThat(submit(second, null)).hasStatus(201);
    var listed = team.get("/sites/" + site + "/keys", team.viewer());
    assertThat(listed).bodyJson().extractingPath("$.items.length()").isEqualTo(2);
    assertThat(listed)
        .bodyJson()
        .extractingPath("$.items[?(@.siteKey=='" + key + "')].replacedBy")
        .isEqualTo(List.of(second));
    assertThat(listed)
        .bodyJson()
        .extractingPath("$.items[?(@.siteKey=='" + key + "')].endsAt")
        .isEqualTo(List.of("2026-11-22T18:30:00Z"));
    assertThat(listed).bodyJson().hasPath("$.items[0].lastUsedAt");

    assertCode(rotate(key, null), 409, "site_key_replaced");
    assertThat(team.changes()).isEqualTo(before + 1);
    assertThat(newest().operation()).isEqualTo(Operation.SITE_KEY_ROTATED);
    assertThat(rotate(second, "{\"overlapHours\": 0}")).hasStatus(200);
    assertThat(team.get("/sites/" + site + "/keys", team.viewer()))
        .bodyText()
        .contains(key)
        .doesNotContain("\"siteKey\":\"" + second);
  }

  @Test
  void endsAKeyThatIsRevoked() {
    assertThat(revoke(team.admin(), key)).hasStatus(204);

    assertCode(revoke(team.admin(), key), 404, "not_found");
    assertThat(submit(key, null)).hasStatus(401);
    assertThat(team.get("/sites/" + site + "/keys", team.viewer()))
        .bodyJson()
        .extractingPath("$.items.length()")
        .isEqualTo(0);
    assertThat(team.changes()).isEqualTo(before + 1);
    assertThat(newest().operation()).isEqualTo(Operation.SITE_KEY_REVOKED);
    assertThat(newest().target().id()).isEqualTo(key);
  }

  @Test
  void isShownToViewersAndManagedByAdministrators() {
    for (var reader : List.of(team.viewer(), team.agent(), team.admin(), team.owner())) {
      assertThat(team.get("/sites", reader)).hasStatus(200).bodyText().contains(site);
      assertThat(team.get("/sites/" + site, reader)).hasStatus(200);
      assertThat(team.get("/sites/" + site + "/keys", reader)).bodyText().contains(key);
    }
    for (var other : List.of(team.viewer(), team.agent())) {
      assertCode(create(other, "{\"name\": \"x\"}"), 403, "role_too_low");
      assertCode(patch(other, "{\"name\": \"x\"}"), 403, "role_too_low");
      assertCode(post("/sites/" + site + "/keys", other, null), 403, "role_too_low");
      assertCode(post(keyPath(key) + "/rotate", other, null), 403, "role_too_low");
      assertCode(revoke(other, key), 403, "role_too_low");
    }
    assertThat(team.changes()).isEqualTo(before);
    assertThat(patch(team.owner(), "{\"name\": \"x\"}")).hasStatus(200);
  }

  @Test
  void isNobodyElses() {
    var owner = strangers.owner();
    var missing = SiteId.random().value();
    for (var id : List.of(site, missing, "x", site.toLowerCase(Locale.ROOT))) {
      assertCode(strangers.get("/sites/" + id, owner), 404, "not_found");
      assertCode(strangers.get("/sites/" + id + "/keys", owner), 404, "not_found");
      assertCode(post("/sites/" + id + "/keys", owner, null), 404, "not_found");
      assertCode(
          strangers.call(HttpMethod.PATCH, "/sites/" + id, owner, "{\"name\": \"x\"}"),
          404,
          "not_found");
      assertCode(post("/sites/" + id + "/keys/" + key + "/rotate", owner, null), 404, "not_found");
      assertCode(
          strangers.call(HttpMethod.DELETE, "/sites/" + id + "/keys/" + key, owner, null),
          404,
          "not_found");
    }
    assertThat(strangers.get("/sites", owner)).hasStatus(200).bodyText().doesNotContain(site);
    assertThat(team.changes()).isEqualTo(before);
    assertThat(submit(key, null)).hasStatus(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                   | name
          {"name": " "}                                        | name
          {"name": 1}                                          | name
          {"name": "x", "origins": "https://a.example"}        | origins
          {"name": "x", "origins": ["https://a.example", 1]}   | origins
          {"name": "x", "origins": ["https://a.example", "*"]} | origins[1]
          {"name": "x", "origins": ["https://*.com"]}          | origins[0]
          {"name": "x", "origins": ["null"]}                   | origins[0]
          {"name": "x", "theme": "dark"}                       | theme
          {"name": "x", "theme": {"mode": "DARK"}}             | theme.mode
          {"name": "x", "theme": {"color": "#123456"}}         | theme.color
          {"name": "x", "theme": {"accentColor": "red"}}       | theme.accentColor
          {"name": "x", "strings": {"nope": "x"}}              | strings
          {"name": "x", "strings": {"title": " "}}             | strings.title
          {"name": "x", "challenge": "captcha"}                | challenge
          {"name": "x", "question": "csat"}                    | question
          {"name": "x", "siteId": "y"}                         | siteId
          []                                                   | body
          """)
  void namesTheFieldThatIsWrong(String body, String field) {
    assertThat(create(team.admin(), body))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo(field);
    assertThat(team.changes()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "169", "\"1\"", "1.5"})
  void refusesAnOverlapBeyondAWeek(String hours) {
    assertThat(rotate(key, "{\"overlapHours\": " + hours + "}")).hasStatus(400);
    assertThat(rotate(key, "{\"overlapHours\": 168}")).hasStatus(200);
  }

  @Test
  void saysWhenThereAreTooMany() {
    for (int n = 1; n < 20; n++) {
      assertThat(post("/sites/" + site + "/keys", team.admin(), null)).hasStatus(201);
    }
    assertCode(post("/sites/" + site + "/keys", team.admin(), null), 409, "too_many_site_keys");
    assertCode(rotate(key, null), 409, "too_many_site_keys");
    for (int n = storage.sites().list(team.tenant()).size(); n < 100; n++) {
      assertThat(create(team.admin(), "{\"name\": \"x\"}")).hasStatus(201);
    }
    assertCode(create(team.admin(), "{\"name\": \"x\"}"), 409, "too_many_sites");
  }

  private AuditEvent newest() {
    AuditEntry entry = storage.audit().list(team.tenant(), 1, null).items().getFirst();
    return entry.event();
  }

  private String keyPath(String of) {
    return "/sites/" + site + "/keys/" + of;
  }

  private MvcTestResult create(UserId user, String body) {
    return post("/sites", user, body);
  }

  private MvcTestResult patch(UserId user, String body) {
    return team.call(HttpMethod.PATCH, "/sites/" + site, user, body);
  }

  private MvcTestResult rotate(String of, @Nullable String body) {
    return post(keyPath(of) + "/rotate", team.admin(), body);
  }

  private MvcTestResult revoke(UserId user, String of) {
    return team.call(HttpMethod.DELETE, keyPath(of), user, null);
  }

  private MvcTestResult post(String path, UserId user, @Nullable String body) {
    return team.call(HttpMethod.POST, path, user, body);
  }

  private MvcTestResult submit(String with, @Nullable String origin) {
    var request =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", with)
            .header("Content-Type", "application/json")
            .content("{\"rating\": 5}");
    return (origin == null ? request : request.header("Origin", origin)).exchange();
  }

  private static void assertCode(MvcTestResult answer, int status, String code) {
    assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
  }

  private static <T> T read(MvcTestResult answer, String path) {
    return JsonPath.read(text(answer), path);
  }

  private static String text(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
