package io.feedbackplatform.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
@TestPropertySource(
    properties =
        "FEEDBACK_PLANS=all.requests-per-second=2,all.burst=6,all.key-requests-per-second=1"
            + ",all.key-burst=4,address.requests-per-minute=6,address.burst=3"
            + ",address.reads-per-minute=12,address.reads-burst=4"
            + ",person.requests-per-minute=6,person.burst=5"
            + ",all.monthly-feedback=5,all.seats=5")
class LimitTest {

  private static final String HERE = "203.0.113.7";
  private static final String ELSEWHERE = "203.0.113.8";

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;
  @Autowired MutableClock clock;
  @Autowired IssueApiKey keys;

  private TestTenant tenant;
  private TestTenant other;

  @BeforeEach
  void openTenants() {
    tenant = TestTenant.in(storage);
    other = TestTenant.in(storage);
  }

  private MvcTestResult submit(TestTenant to, String address) {
    return api.post()
        .uri("/feedback")
        .header("X-Site-Key", to.key().value())
        .header("Origin", to.origin())
        .header("X-Forwarded-For", "198.51.100.1, " + address)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"rating\":4}")
        .exchange();
  }

  private MvcTestResult open(TestTenant of, String address) {
    return api.get()
        .uri("/widget/config")
        .header("X-Site-Key", of.key().value())
        .header("X-Forwarded-For", "198.51.100.1, " + address)
        .exchange();
  }

  private MvcTestResult opened(TestTenant of, String address) {
    return api.post()
        .uri("/feedback/opened")
        .header("X-Site-Key", of.key().value())
        .header("X-Forwarded-For", "198.51.100.1, " + address)
        .exchange();
  }

  private MvcTestResult list(String authorization) {
    return api.get().uri("/feedback").header("Authorization", authorization).exchange();
  }

  private MvcTestResult get(String path, String authorization) {
    return api.get().uri(path).header("Authorization", authorization).exchange();
  }

  private MvcTestResult listAs(String authorization, String tenantId) {
    return api.get()
        .uri("/feedback")
        .header("Authorization", authorization)
        .header("X-Tenant-Id", tenantId)
        .exchange();
  }

  private String partner(TestTenant of) {
    return "Bearer "
        + keys.issue(of.id(), Actor.platform(), "Partner", Set.of(ApiKeyScope.FEEDBACK_READ), null)
            .token()
            .text();
  }

  private String member(TestTenant of) {
    return "Bearer " + issuer.tokenFor(of.member());
  }

  @Test
  void keepsAnAddressToItsRateOnEachSite() {
    for (int i = 0; i < 3; i++) {
      assertThat(submit(tenant, HERE)).hasStatus(201);
    }

    var refused = submit(tenant, HERE);

    assertThat(refused).hasStatus(429).hasHeader("Retry-After", "10");
    assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("rate_limited");
    assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains("10 seconds");
    assertThat(refused).hasHeader("RateLimit-Policy", "\"address\";q=3;w=30");
    assertThat(refused).hasHeader("RateLimit", "\"address\";r=0;t=10");
    assertThat(submit(tenant, ELSEWHERE)).hasStatus(201);
    assertThat(submit(other, HERE)).hasStatus(201);
    assertThat(storage.feedback().list(tenant.id(), 100, null).items()).hasSize(4);

    clock.advance(Duration.ofSeconds(10));
    assertThat(submit(tenant, HERE)).hasStatus(201);
    assertThat(submit(tenant, HERE)).hasStatus(429);
  }

  @Test
  void keepsATeamToItsSeats() {
    var team = TestTeam.in(new TestTeam.World(api, storage, issuer));
    storage
        .tenants()
        .change(team.tenant(), new TenantChange.Edit(null, Plan.FREE), Actor.platform());
    assertThat(invite(team, "fifth@example.com")).hasStatus(201);

    var refused = invite(team, "sixth@example.com");

    assertThat(refused).hasStatus(409);
    assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("seats_exhausted");
    assertThat(refused)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .contains("All 5 seats", "Remove a member");
    assertThat(storage.invitations().list(team.tenant())).hasSize(1);
    assertThat(team.call(HttpMethod.DELETE, "/members/" + team.agent().value(), team.owner(), null))
        .hasStatus(204);
    assertThat(invite(team, "sixth@example.com")).hasStatus(201);
  }

  private static MvcTestResult invite(TestTeam team, String email) {
    return team.call(
        HttpMethod.POST,
        "/members/invitations",
        team.owner(),
        "{\"email\":\"" + email + "\",\"role\":\"viewer\"}");
  }

  @Test
  void letsNoAddressSwitchOffTheWidgetsOfOthers() {
    for (int i = 0; i < 4; i++) {
      assertThat(open(tenant, HERE)).hasStatusOk();
    }

    assertThat(open(tenant, HERE))
        .hasStatus(429)
        .hasHeader("Retry-After", "5")
        .hasHeader("RateLimit", "\"address\";r=0;t=5");
    assertThat(submit(tenant, HERE)).hasStatus(201);
    assertThat(open(tenant, ELSEWHERE)).hasStatusOk();
    assertThat(open(other, HERE)).hasStatusOk();
  }

  @Test
  void letsNobodyLockOutSubmissionsByOpeningForms() {
    for (int i = 0; i < 4; i++) {
      assertThat(opened(tenant, HERE)).hasStatus(204);
    }

    assertThat(opened(tenant, HERE)).hasStatus(429);
    assertThat(open(tenant, HERE)).hasStatusOk();
    assertThat(submit(tenant, HERE)).hasStatus(201);
    for (int i = 0; i < 3; i++) {
      opened(tenant, ELSEWHERE);
    }
    assertThat(opened(tenant, ELSEWHERE)).hasStatus(429);
    assertThat(submit(tenant, ELSEWHERE)).hasStatus(201);
    assertThat(storage.recounts().recount(tenant.id(), () -> true).items()).isEqualTo(2);
  }

  @Test
  void letsPagesReadTheLimit() {
    var accepted = submit(tenant, HERE);

    assertThat(accepted.getResponse().getHeader("Access-Control-Expose-Headers"))
        .contains("retry-after", "ratelimit", "ratelimit-policy");
    for (int i = 0; i < 3; i++) {
      submit(tenant, HERE);
    }
    assertThat(submit(tenant, HERE))
        .hasStatus(429)
        .hasHeader("Access-Control-Allow-Origin", tenant.origin());
  }

  @Test
  void tellsWhatIsLeft() {
    var first = submit(tenant, HERE);

    assertThat(first)
        .hasHeader("RateLimit-Policy", "\"address\";q=3;w=30, \"tenant\";q=6;w=3")
        .hasHeader("RateLimit", "\"address\";r=2;t=10, \"tenant\";r=5;t=1");
    assertThat(list(partner(tenant)))
        .hasStatusOk()
        .hasHeader("RateLimit-Policy", "\"key\";q=4;w=4, \"tenant\";q=6;w=3")
        .hasHeader("RateLimit", "\"key\";r=3;t=1, \"tenant\";r=5;t=1");
    assertThat(list(member(tenant))).hasHeader("RateLimit", "\"tenant\";r=5;t=1");
    assertThat(api.get().uri("/health").exchange()).doesNotContainHeader("RateLimit");
  }

  @Test
  void keepsEachKeyToItsRateAndAllKeysToTheTenants() {
    var one = partner(tenant);
    var another = partner(tenant);

    for (int i = 0; i < 4; i++) {
      assertThat(list(one)).hasStatusOk();
    }
    assertThat(list(one)).hasStatus(429).hasHeader("RateLimit", "\"key\";r=0;t=1");
    assertThat(list(another)).hasStatusOk();
    assertThat(list(another)).hasStatusOk();
    assertThat(list(another))
        .hasStatus(429)
        .hasHeader("RateLimit", "\"key\";r=1;t=3, \"tenant\";r=0;t=1");
    assertThat(list(partner(other))).hasStatusOk();
  }

  @Test
  void doesNotLockOutTheTeamWithWhatVisitorsAndPartnersDo() {
    var key = partner(tenant);
    for (int i = 0; i < 20; i++) {
      submit(tenant, "203.0.113." + i);
      list(key);
    }

    assertThat(submit(tenant, "203.0.113.99")).hasStatus(429);
    assertThat(list(member(tenant))).hasStatusOk();
    assertThat(
            api.get().uri("/widget/config").header("X-Site-Key", tenant.key().value()).exchange())
        .hasStatusOk();
  }

  @Test
  void limitsTheTeamToo() {
    for (int i = 0; i < 6; i++) {
      assertThat(list(member(tenant))).hasStatusOk();
    }

    assertThat(list(member(tenant))).hasStatus(429).hasHeader("Retry-After", "1");
    assertThat(list(member(other))).hasStatusOk();
  }

  @Test
  void countsWhatIsRefused() {
    var reader = partner(tenant);
    for (int i = 0; i < 4; i++) {
      assertThat(get("/analytics", reader)).hasStatus(403).containsHeader("RateLimit");
    }
    assertThat(get("/analytics", reader)).hasStatus(429);
    assertThat(get("/analytics", partner(other))).hasStatus(403);
  }

  @Test
  void letsNobodyAskForOneTenantAfterTheOther() {
    var prober = member(tenant);
    assertThat(listAs(prober, tenant.id().value())).hasStatusOk();
    assertThat(listAs(prober, other.id().value())).hasStatus(403);
    for (int i = 0; i < 3; i++) {
      assertThat(listAs(prober, TenantId.random().value())).hasStatus(403);
    }

    var foreign = listAs(prober, other.id().value());
    var missing = listAs(prober, TenantId.random().value());

    assertThat(foreign).hasStatus(429).hasHeader("Retry-After", "10");
    assertThat(missing).hasStatus(429).hasHeader("Retry-After", "10");
    assertThat(listAs(prober, tenant.id().value())).hasStatusOk();
    assertThat(listAs(member(other), other.id().value())).hasStatusOk();
    clock.advance(Duration.ofSeconds(10));
    assertThat(listAs(prober, other.id().value())).hasStatus(403);
  }

  @Test
  void keepsPeopleToARateWhereTheyActForNoTenant() {
    for (int i = 0; i < 5; i++) {
      assertThat(get("/me", member(tenant))).hasStatusOk();
    }

    assertThat(get("/me", member(tenant))).hasStatus(429).hasHeader("Retry-After", "10");
    assertThat(get("/operator/tenants", member(tenant))).hasStatus(429);
    assertThat(get("/me", member(other))).hasStatusOk();
    assertThat(get("/operator/tenants", member(other))).hasStatus(403);
  }

  @Test
  void countsNoneWhoseCredentialIsWrong() {
    for (int i = 0; i < 20; i++) {
      assertThat(list("Bearer wrong")).hasStatus(401).doesNotContainHeader("RateLimit");
    }
    assertThat(list(member(tenant))).hasStatusOk();
  }

  @Test
  void takesAnAddressOfTheSixthVersionByItsNetwork() {
    for (var address : List.of("2001:db8::1", "2001:db8::2", "2001:db8:0:0:ffff::3")) {
      assertThat(submit(tenant, address)).hasStatus(201);
    }

    assertThat(submit(tenant, "2001:db8::4")).hasStatus(429);
    assertThat(submit(tenant, "2001:db8:0:1::1")).hasStatus(201);
  }

  @Test
  void believesNoAddressThatAVisitorClaims() {
    for (int i = 0; i < 3; i++) {
      submit(tenant, HERE);
    }

    assertThat(submit(tenant, "192.0.2.1, " + HERE)).hasStatus(429);
  }
}
