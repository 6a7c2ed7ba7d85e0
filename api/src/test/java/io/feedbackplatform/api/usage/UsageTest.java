package io.feedbackplatform.api.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
@TestPropertySource(
    properties = "FEEDBACK_PLANS=all.monthly-feedback=5,address.burst=100,all.burst=100")
class UsageTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;
  @Autowired MutableClock clock;

  private TestTeam team;

  @BeforeEach
  void formTeam() {
    team = TestTeam.in(new TestTeam.World(api, storage, issuer));
  }

  /** Submits, and counts as the stream of changes does a moment later. */
  private FeedbackId submit(TestTenant to) throws Exception {
    var answer =
        api.post()
            .uri("/feedback")
            .header("X-Site-Key", to.key().value())
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"rating\":4}")
            .exchange();
    assertThat(answer).hasStatus(201);
    var id =
        new FeedbackId(
            JsonPath.<String>read(answer.getResponse().getContentAsString(), "$.feedbackId"));
    count(to.id(), id);
    return id;
  }

  private void count(TenantId of, FeedbackId id) {
    var created = new FeedbackChange.Created(of, storage.feedback().find(of, id).orElseThrow());
    storage.counters().count(of, List.of(created.event(UUID.randomUUID().toString(), null)));
  }

  @Test
  void tellsEachMemberWhatIsUsed() {
    var usage = team.get("/usage", team.viewer());

    assertThat(usage)
        .hasStatusOk()
        .hasHeader("Cache-Control", "max-age=60, private")
        .containsHeader("ETag")
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"plan":"enterprise",
             "limits":{"requestsPerSecond":500,"burst":100,
                       "keyRequestsPerSecond":250,"keyBurst":2500},
             "feedback":{"month":"%s","used":0,"quota":5,"percentage":0},
             "seats":{"used":4,"limit":1000},
             "notices":[]}
            """
                .formatted(clock.instant().toString().substring(0, 7)));
    assertThat(api.get().uri("/usage").exchange()).hasStatus(401);
  }

  @Test
  void countsInvitationsAsSeats() {
    team.call(
        HttpMethod.POST,
        "/members/invitations",
        team.admin(),
        "{\"email\":\"ada@example.com\",\"role\":\"viewer\"}");

    assertThat(team.get("/usage", team.owner()))
        .bodyJson()
        .extractingPath("$.seats.used")
        .isEqualTo(5);
  }

  @Test
  void keepsAndMarksWhatIsBeyondTheQuota() throws Exception {
    var tenant = TestTenant.in(storage);
    for (int i = 0; i < 5; i++) {
      submit(tenant);
      clock.advance(Duration.ofSeconds(15));
    }
    var beyond = submit(tenant);

    var token = "Bearer " + issuer.tokenFor(tenant.member());
    var read = api.get().uri("/feedback/" + beyond).header("Authorization", token).exchange();
    assertThat(read).hasStatusOk().bodyJson().extractingPath("$.overQuota").isEqualTo(true);
    var list = api.get().uri("/feedback").header("Authorization", token).exchange();
    assertThat(list).bodyJson().extractingPath("$.items[?(@.overQuota)]").asArray().hasSize(1);
    assertThat(list).bodyJson().extractingPath("$.items").asArray().hasSize(6);
    var usage = api.get().uri("/usage").header("Authorization", token).exchange();
    assertThat(usage).bodyJson().extractingPath("$.feedback.used").isEqualTo(6);
    assertThat(usage).bodyJson().extractingPath("$.feedback.percentage").isEqualTo(120);
    assertThat(usage)
        .bodyJson()
        .extractingPath("$.notices[*].percentage")
        .asArray()
        .containsExactly(80, 100);
  }
}
