package io.feedbackplatform.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.storage.Storage;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Spam is kept apart, shown to the team with its reasons, and to its sender like anything else. */
@ApiTest
class SpamTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;
  @Autowired IssueApiKey issuing;

  private TestTeam team;
  private TestTeam strangers;
  private Site site;
  private SiteKey key;

  @BeforeEach
  void openTenants() {
    team = TestTeam.in(new TestTeam.World(api, storage, issuer));
    strangers = TestTeam.in(new TestTeam.World(api, storage, issuer));
    site = storage.sites().list(team.tenant()).getFirst();
    key = storage.siteKeys().list(team.tenant(), site.id()).getFirst().key();
  }

  @Test
  void tellsItsSenderNothing() throws Exception {
    var honest = submit("{\"rating\": 5, \"check\": {\"trap\": \"\", \"openForMs\": 9000}}");
    var spam = submit("{\"rating\": 5, \"check\": {\"trap\": \"x\", \"openForMs\": 9000}}");

    assertThat(honest).hasStatus(201);
    assertThat(spam).hasStatus(201);
    assertThat(withoutId(spam)).isEqualTo(withoutId(honest));
    assertThat(spam.getResponse().getHeaderNames())
        .containsExactlyInAnyOrderElementsOf(honest.getResponse().getHeaderNames());
  }

  @Test
  void showsTheTeamWhy() {
    submit("{\"message\": \"See https://a.example\", \"check\": {\"openForMs\": 10}}");
    var spam = stored(Status.SPAM);

    assertThat(team.get("/feedback?status=spam", team.viewer()))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"items": [{"feedbackId": "%s", "status": "spam",
                        "spam": {"score": 50, "reasons": ["link", "too_fast"]}}]}\
            """
                .formatted(spam.id()));
    assertThat(team.get("/feedback/" + spam.id(), team.viewer()))
        .bodyJson()
        .extractingPath("$.spam.score")
        .isEqualTo(50);
  }

  @Test
  void saysNothingOfSpamWhereThereWasNoSign() {
    submit("{\"rating\": 5}");

    assertThat(team.get("/feedback", team.viewer()))
        .bodyJson()
        .doesNotHavePath("$.items[0].spam")
        .doesNotHavePath("$.items[0].check");
  }

  @Test
  void keepsSpamOutOfTheListUnlessAskedFor() {
    submit("{\"rating\": 1}");
    submit("{\"rating\": 2, \"check\": {\"trap\": \"x\"}}");

    assertThat(ratings("/feedback")).isEqualTo("[1]");
    assertThat(ratings("/feedback?status=spam")).isEqualTo("[2]");
    assertThat(ratings("/feedback?status=new")).isEqualTo("[1]");
    assertThat(ratings("/feedback?status=resolved")).isEqualTo("[]");
  }

  @Test
  void bindsACursorToItsStatus() throws Exception {
    for (int i = 0; i < 3; i++) {
      submit("{\"rating\": 2, \"check\": {\"trap\": \"x\"}}");
    }
    var page = team.get("/feedback?status=spam&limit=1", team.viewer());
    var lastKey =
        com.jayway.jsonpath.JsonPath.<String>read(
            page.getResponse().getContentAsString(), "$.lastKey");

    assertThat(team.get("/feedback?status=spam&limit=1&lastKey=" + lastKey, team.viewer()))
        .hasStatus(200);
    assertThat(team.get("/feedback?limit=1&lastKey=" + lastKey, team.viewer())).hasStatus(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SPAM", "junk", "new,spam"})
  void refusesAStatusThatThereIsNot(String word) {
    assertThat(team.get("/feedback?status=" + word, team.viewer()))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].code")
        .isEqualTo("invalid_status");
  }

  @Test
  void isMovedByAgentsAndUpAndAuditedOnce() {
    var feedback = created();
    long before = team.changes();

    assertThat(move(feedback, "spam", team.viewer())).hasStatus(403);
    assertThat(team.changes()).isEqualTo(before);
    assertThat(move(feedback, "spam", team.agent()))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.status")
        .isEqualTo("spam");
    assertThat(move(feedback, "spam", team.admin())).hasStatus(200);
    assertThat(team.changes()).isEqualTo(before + 1);
    assertThat(move(feedback, "open", team.owner())).hasStatus(200);
    assertThat(team.changes()).isEqualTo(before + 2);
    assertThat(storage.feedback().find(team.tenant(), feedback.id()))
        .contains(feedback.withStatus(Status.OPEN));
  }

  @Test
  void isMovedByItsTenantOnly() {
    var feedback = created();

    assertThat(move(feedback, "spam", strangers.owner()))
        .hasStatus(404)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("not_found");
    assertThat(move(feedback, "spam", team.owner())).hasStatus(200);
  }

  @Test
  void isMovedByAPartnerWhoseKeyMayWrite() {
    var feedback = created();

    assertThat(moveAs(feedback, partner(team, ApiKeyScope.FEEDBACK_READ))).hasStatus(403);
    assertThat(moveAs(feedback, partner(strangers, ApiKeyScope.FEEDBACK_MANAGE))).hasStatus(404);
    assertThat(moveAs(feedback, partner(team, ApiKeyScope.FEEDBACK_WRITE))).hasStatus(403);
    assertThat(moveAs(feedback, partner(team, ApiKeyScope.FEEDBACK_MANAGE))).hasStatus(200);
    assertThat(storage.audit().list(team.tenant(), 1, null).items().getFirst().event().actor())
        .returns(Actor.Kind.API_KEY, Actor::kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\": \"SPAM\"}",
        "{\"status\": 1}",
        "{\"status\": null}",
        "{\"status\": \"spam\", \"rating\": 5}",
        "[]",
        "null"
      })
  void refusesChangesThatAreNone(String body) {
    var feedback = created();

    assertThat(team.call(HttpMethod.PATCH, "/feedback/" + feedback.id(), team.agent(), body))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("validation_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rating\": 5, \"check\": 1}",
        "{\"rating\": 5, \"check\": {\"openForMs\": -1}}",
        "{\"rating\": 5, \"check\": {\"openForMs\": \"5\"}}",
        "{\"rating\": 5, \"check\": {\"trap\": true}}",
        "{\"rating\": 5, \"check\": {\"honeypot\": \"x\"}}"
      })
  void refusesChecksThatAreNone(String body) {
    assertThat(submit(body))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .asString()
        .startsWith("check");
    assertThat(submit("{\"rating\": 5, \"check\": null}")).hasStatus(201);
    assertThat(submit("{\"rating\": 5, \"check\": {}}")).hasStatus(201);
  }

  /** Partners are known: what they send is not judged. */
  @Test
  void isNotLookedForInWhatPartnersSend() {
    var answer =
        api.post()
            .uri("/feedback")
            .header("Authorization", "Bearer " + partner(team, ApiKeyScope.FEEDBACK_WRITE))
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                "{\"siteId\": \"%s\", \"rating\": 5, \"check\": {\"trap\": \"x\"}}"
                    .formatted(site.id()))
            .exchange();

    assertThat(answer).hasStatus(201);
    assertThat(stored(Status.NEW).spam().score()).isZero();
  }

  private MvcTestResult submit(String body) {
    return api.post()
        .uri("/feedback")
        .header("X-Site-Key", key.value())
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private static String withoutId(MvcTestResult answer) throws Exception {
    return answer.getResponse().getContentAsString().replaceFirst("\"feedbackId\":\"[^\"]*\"", "");
  }

  private Feedback created() {
    var feedback = TestObjects.feedback(site.id());
    storage.feedback().create(team.tenant(), feedback, null);
    return feedback;
  }

  private Feedback stored(Status status) {
    return storage
        .feedback()
        .list(team.tenant(), FeedbackFilter.only(status), 1, null)
        .items()
        .getFirst();
  }

  private String ratings(String path) {
    var answer = team.get(path, team.viewer());
    assertThat(answer).hasStatus(200);
    try {
      return com.jayway.jsonpath.JsonPath.read(
              answer.getResponse().getContentAsString(), "$.items[*].rating")
          .toString();
    } catch (java.io.UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private MvcTestResult move(Feedback feedback, String status, UserId user) {
    return team.call(
        HttpMethod.PATCH,
        "/feedback/" + feedback.id(),
        user,
        "{\"status\": \"%s\"}".formatted(status));
  }

  private MvcTestResult moveAs(Feedback feedback, String apiKey) {
    return api.patch()
        .uri("/feedback/" + feedback.id())
        .header("Authorization", "Bearer " + apiKey)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"status\": \"spam\"}")
        .exchange();
  }

  private String partner(TestTeam of, ApiKeyScope scope) {
    return issuing
        .issue(of.tenant(), Actor.person("ada", null), "Key", Set.of(scope), null)
        .token()
        .text();
  }
}
