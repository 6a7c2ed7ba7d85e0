package io.feedbackplatform.api.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class OperatorTest {

  private static final String TENANTS = "/operator/tenants";
  private static final String REASON =
      "{\"reason\": \"Ticket 4711: inbox empty\", \"minutes\": 30}";

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;
  @Autowired MutableClock clock;

  private final UserId grace = new UserId("grace-" + UUID.randomUUID());
  private TestTeam team;
  private String path;

  @BeforeEach
  void formTeam() {
    team = TestTeam.in(new TestTeam.World(api, storage, issuer));
    path = TENANTS + "/" + team.tenant();
  }

  @Test
  void provisionsOnceAndAnswersARepetitionAlike() {
    var body = "{\"name\": \"Contoso\", \"plan\": \"pro\", \"ownerEmail\": \"ada@example.com\"}";
    var key = UUID.randomUUID().toString();

    var first = provision(key, body);
    var second = provision(key, body);

    assertThat(first).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
    assertThat(second).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
    assertThat(text(second)).isEqualTo(text(first));
    refused(provision(key, body.replace("pro", "free")), 422, "idempotency_key_reused");
    refused(provision("no key", body), 400, "invalid_idempotency_key");
    var owner = new UserId(UUID.randomUUID().toString());
    assertThat(
            team.call(
                POST,
                "/invitations/accept",
                owner,
                "{\"token\": \"" + read(first, "$.owner.token") + "\"}"))
        .hasStatus(200);
    assertThat(team.get("/members", owner)).hasStatus(200);
    assertThat(operator(GET, TENANTS + "/" + read(first, "$.tenant.tenantId"), null))
        .bodyJson()
        .isLenientlyEqualTo("{\"name\": \"Contoso\", \"plan\": \"pro\", \"state\": \"active\"}");
  }

  @Test
  void invitesAnotherOwnerWhereNoneCame() {
    var made =
        provision(
            UUID.randomUUID().toString(),
            "{\"name\": \"Contoso\", \"ownerEmail\": \"adda@example.com\"}");
    var place = TENANTS + "/" + read(made, "$.tenant.tenantId") + "/owner-invitation";
    var body = "{\"ownerEmail\": \"ada@example.com\"}";

    var invited = operator(POST, place, body);

    assertThat(invited)
        .hasStatus(201)
        .bodyJson()
        .isLenientlyEqualTo("{\"email\": \"ada@example.com\"}");
    var owner = new UserId(UUID.randomUUID().toString());
    refused(accept(owner, read(made, "$.owner.token")), 410, "invitation_invalid");
    assertThat(accept(owner, read(invited, "$.token"))).hasStatus(200);
    refused(operator(POST, place, body), 409, "owner_exists");
    refused(
        operator(POST, TENANTS + "/" + RandomId.next() + "/owner-invitation", body),
        404,
        "not_found");
  }

  private MvcTestResult accept(UserId user, String token) {
    return team.call(POST, "/invitations/accept", user, "{\"token\": \"" + token + "\"}");
  }

  @Test
  void listsTenantsInPages() {
    var ids = new HashSet<String>();
    String next = "";
    while (next != null) {
      var page = operator(GET, TENANTS + "?limit=50" + next, null);
      ids.addAll(JsonPath.<List<String>>read(text(page), "$.items[*].tenantId"));
      next = text(page).contains("lastKey") ? "&lastKey=" + read(page, "$.lastKey") : null;
    }
    assertThat(ids).contains(team.tenant().value());
    refused(operator(GET, TENANTS + "?lastKey=x", null), 400, "invalid_last_key");
    refused(operator(GET, TENANTS + "/" + RandomId.next(), null), 404, "not_found");
    refused(operator(GET, TENANTS + "/x", null), 404, "not_found");
  }

  @Test
  void auditsWhatChangesATenantAndNothingElse() {
    long before = team.changes();
    for (int time = 0; time < 2; time++) {
      assertThat(operator(PATCH, path, "{\"name\": \"Northwind Tea\"}")).hasStatus(200);
      assertThat(operator(POST, path + "/suspend", "{\"reason\": \"Unpaid.\"}"))
          .hasStatus(200)
          .bodyJson()
          .extractingPath("$.state")
          .isEqualTo("suspended");
    }
    assertThat(team.changes()).isEqualTo(before + 2);

    operator(POST, path + "/reactivate", null);
    operator(POST, path + "/deletion", "{\"graceDays\": 7}");
    refused(operator(POST, path + "/suspend", "{\"reason\": \"x\"}"), 409, "tenant_state_conflict");
    assertThat(operator(DELETE, path + "/deletion", null))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.state")
        .isEqualTo("active");
    assertThat(team.changes()).isEqualTo(before + 5);
    var trail = team.get("/audit?limit=1", team.owner());
    assertThat(trail).bodyJson().extractingPath("$.items[0].actor.kind").isEqualTo("operator");
    assertThat(trail).bodyJson().extractingPath("$.items[0].actor.id").isEqualTo(grace.value());
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /operator/tenants",
    "GET, /operator/tenants",
    "GET, /operator/tenants/{id}",
    "PATCH, /operator/tenants/{id}",
    "POST, /operator/tenants/{id}/suspend",
    "POST, /operator/tenants/{id}/reactivate",
    "POST, /operator/tenants/{id}/deletion",
    "DELETE, /operator/tenants/{id}/deletion",
    "POST, /operator/tenants/{id}/owner-invitation",
    "POST, /operator/tenants/{id}/grants",
    "DELETE, /operator/tenants/{id}/grants/00000000000000000000000000"
  })
  void isForOperatorsOnly(String method, String pattern) {
    var place = pattern.replace("{id}", team.tenant().value());
    long before = team.changes();

    assertThat(api.method(HttpMethod.valueOf(method)).uri(place)).hasStatus(401);
    for (var user : List.of(team.owner(), team.viewer(), new UserId("stranger"))) {
      refused(team.call(HttpMethod.valueOf(method), place, user, null), 403, "forbidden");
      for (var group : List.of("operators", "Platform-operators", "platform-operators2")) {
        refused(
            as(user, List.of(group), HttpMethod.valueOf(method), place, null), 403, "forbidden");
      }
    }
    refused(
        as(team.owner(), "platform-operators", HttpMethod.valueOf(method), place, null),
        403,
        "forbidden");
    assertThat(team.changes()).isEqualTo(before);
  }

  @Test
  void readsATenantWithALiveGrantOnly() {
    refused(reading("/feedback"), 403, "forbidden");
    assertThat(read(reading("/feedback"), "$.detail")).contains("/operator/tenants/{id}/grants");
    var stranger = as(new UserId("stranger"), List.of(), GET, "/feedback", null);
    assertThat(read(stranger, "$.detail")).contains("administrator").doesNotContain("grant");
    assertThat(plain(readingOf(TenantId.random().value())))
        .isEqualTo(plain(readingOf("no tenant")))
        .isEqualTo(plain(reading("/feedback")));

    var grant = operator(POST, path + "/grants", REASON);
    assertThat(grant).hasStatus(201);

    for (var read : List.of("/feedback", "/analytics", "/members")) {
      assertThat(reading(read)).hasStatus(200);
    }
    refused(reading("/audit"), 403, "role_too_low");
    refused(reading("/operator-grants"), 403, "role_too_low");
    var writing =
        as(grace, List.of("platform-operators"), DELETE, "/members/" + team.agent(), null);
    refused(writing, 403, "forbidden");
    assertThat(read(writing, "$.detail")).contains("changes nothing");
    refused(as(grace, List.of(), GET, "/feedback", null), 403, "forbidden");
    refused(
        as(new UserId("other"), List.of("platform-operators"), GET, "/feedback", null),
        403,
        "forbidden");
    clock.advance(Duration.ofMinutes(30));
    try {
      refused(reading("/feedback"), 403, "forbidden");
    } finally {
      clock.advance(Duration.ofMinutes(-30));
    }
  }

  @Test
  void showsTheTenantWhoReadsAndWhyAndLetsItEndThat() {
    long before = team.changes();
    var id = read(operator(POST, path + "/grants", REASON), "$.grantId");
    assertThat(team.get("/operator-grants", team.owner()))
        .bodyJson()
        .doesNotHavePath("$.items[0].lastUsedAt");
    assertThat(reading("/feedback")).hasStatus(200);

    var seen = team.get("/operator-grants", team.admin());
    assertThat(seen)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"items": [{"grantId": "%s", "operatorId": "%s", "live": true,
              "reason": "Ticket 4711: inbox empty",
              "from": "2026-11-22T17:30:00Z", "to": "2026-11-22T18:00:00Z"}]}
            """
                .formatted(id, grace));
    assertThat(seen).bodyJson().hasPath("$.items[0].lastUsedAt");
    refused(team.get("/operator-grants", team.agent()), 403, "role_too_low");
    refused(team.call(DELETE, "/operator-grants/" + id, team.agent(), null), 403, "role_too_low");
    var other = TestTeam.in(team.world());
    refused(other.call(DELETE, "/operator-grants/" + id, other.owner(), null), 404, "not_found");
    assertThat(reading("/feedback")).hasStatus(200);

    assertThat(team.call(DELETE, "/operator-grants/" + id, team.admin(), null)).hasStatus(200);
    refused(reading("/feedback"), 403, "forbidden");
    assertThat(team.changes()).isEqualTo(before + 2);
    assertThat(text(team.get("/audit/export", team.owner()))).doesNotContain("Ticket");
  }

  @Test
  void endsItsOwnGrant() {
    var id = read(operator(POST, path + "/grants", REASON), "$.grantId");
    assertThat(reading("/feedback")).hasStatus(200);

    assertThat(operator(DELETE, path + "/grants/" + id, null)).hasStatus(200);

    refused(reading("/feedback"), 403, "forbidden");
    refused(operator(DELETE, path + "/grants/" + RandomId.next(), null), 404, "not_found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/grants|{}",
        "POST|/grants|{\"reason\": \"too short\"}",
        "POST|/grants|{\"reason\": \"long enough\", \"minutes\": 241}",
        "POST|/grants|{\"reason\": \"long enough\", \"minutes\": 0}",
        "POST|/grants|{\"reason\": \"long enough\", \"operator\": \"eve\"}",
        "POST|/owner-invitation|{}",
        "POST|/owner-invitation|{\"ownerEmail\": \"nobody\"}",
        "POST|/owner-invitation|{\"ownerEmail\": \"a@example.com\", \"role\": \"viewer\"}",
        "POST|/suspend|{}",
        "POST|/suspend|{\"reason\": \" \"}",
        "POST|/deletion|{\"graceDays\": 0}",
        "POST|/deletion|{\"graceDays\": 91}",
        "PATCH|''|{}",
        "PATCH|''|{\"name\": \"\"}",
        "PATCH|''|{\"name\": \"a\\nb\"}",
        "PATCH|''|{\"plan\": \"gold\"}"
      })
  void refusesWhatIsNoRequest(String method, String part, String body) {
    long before = team.changes();
    refused(operator(HttpMethod.valueOf(method), path + part, body), 400, "validation_failed");
    assertThat(team.changes()).isEqualTo(before);
  }

  private MvcTestResult reading(String place) {
    return as(grace, List.of("platform-operators"), GET, place, null);
  }

  private MvcTestResult readingOf(String tenant) {
    return api.get()
        .uri("/feedback")
        .header("Authorization", "Bearer " + token(grace, List.of("platform-operators")))
        .header("X-Tenant-Id", tenant)
        .exchange();
  }

  /** But for what is another with each request. */
  private static String plain(MvcTestResult answer) {
    return answer.getResponse().getStatus()
        + text(answer).replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  private MvcTestResult operator(HttpMethod method, String place, @Nullable String body) {
    return as(grace, List.of("platform-operators"), method, place, body);
  }

  private MvcTestResult provision(String key, String body) {
    return api.post()
        .uri(TENANTS)
        .header("Authorization", "Bearer " + token(grace, List.of("platform-operators")))
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult as(
      UserId user, Object groups, HttpMethod method, String place, @Nullable String body) {
    var request =
        api.method(method).uri(place).header("Authorization", "Bearer " + token(user, groups));
    if (!place.startsWith("/operator/")) {
      request.header("X-Tenant-Id", team.tenant().value());
    }
    return (body == null ? request : request.contentType(MediaType.APPLICATION_JSON).content(body))
        .exchange();
  }

  private String token(UserId user, Object groups) {
    return issuer.token(user, claims -> claims.claim("cognito:groups", groups));
  }

  private static void refused(MvcTestResult answer, int status, String code) {
    assertThat(answer).hasStatus(status);
    assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
  }

  private static String read(MvcTestResult answer, String path) {
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
