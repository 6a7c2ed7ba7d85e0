package io.feedbackplatform.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The team tags feedback and says how it was meant. */
@ApiTest
class ChangeFeedbackTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTeam team;
  private TestTeam strangers;
  private Feedback feedback;

  @BeforeEach
  void openTenants() {
    team = TestTeam.in(new TestTeam.World(api, storage, issuer));
    strangers = TestTeam.in(new TestTeam.World(api, storage, issuer));
    feedback = TestObjects.feedback(storage.sites().list(team.tenant()).getFirst().id());
    storage.feedback().create(team.tenant(), feedback, null);
  }

  @Test
  void takesAllAtOnceAndIsAuditedOnce() {
    long before = team.changes();
    var body =
        "{\"status\": \"open\", \"tags\": [\" Urgent\", \"billing\"], \"sentiment\": \"negative\"}";

    assertThat(change(team, team.agent(), body))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"status": "open", "tags": ["billing", "urgent"], "sentiment": "negative",
             "sentimentScore": -1.0, "sentimentSource": "person"}\
            """);
    assertThat(change(team, team.agent(), body)).hasStatus(200);

    assertThat(team.changes()).isEqualTo(before + 1);
  }

  @Test
  void takesACorrectionBack() {
    assertThat(change(team, team.agent(), "{\"sentiment\": \"neutral\"}")).hasStatus(200);
    assertThat(change(team, team.agent(), "{\"sentiment\": null}"))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo("{\"sentiment\": \"positive\", \"sentimentSource\": \"lexicon\"}");
    assertThat(storage.feedback().find(team.tenant(), feedback.id())).contains(feedback);
  }

  @Test
  void leavesWhatIsNotNamed() {
    assertThat(change(team, team.agent(), "{\"tags\": [\"billing\"]}")).hasStatus(200);
    assertThat(change(team, team.agent(), "{\"status\": \"resolved\", \"tags\": null}"))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo("{\"tags\": [\"billing\"], \"sentiment\": \"positive\"}");
    assertThat(change(team, team.agent(), "{\"tags\": []}"))
        .hasStatus(200)
        .bodyJson()
        .doesNotHavePath("$.tags");
  }

  @Test
  void isForAgentsOfItsTenant() {
    var body = "{\"tags\": [\"billing\"], \"sentiment\": \"negative\"}";

    assertThat(change(team, team.viewer(), body)).hasStatus(403);
    assertThat(change(strangers, strangers.owner(), body)).hasStatus(404);
    assertThat(storage.feedback().find(team.tenant(), feedback.id())).contains(feedback);
    assertThat(change(team, team.agent(), body)).hasStatus(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"tags": null}                         | body      | required
          {"tags": "billing"}                    | tags      | invalid_type
          {"tags": [1]}                          | tags      | invalid_type
          {"tags": ["ok", " "]}                  | tags[1]   | invalid_tag
          {"tags": ["a\\u0000"]}                 | tags[0]   | invalid_tag
          {"sentiment": "Positive"}              | sentiment | invalid_sentiment
          {"sentiment": 1}                       | sentiment | invalid_type
          {"status": "open", "sentiment": "sad"} | sentiment | invalid_sentiment
          {"tags": [], "score": 1}               | score     | unknown_field
          """)
  void tellsWhatIsWrongFieldByField(String body, String field, String code) {
    assertThat(change(team, team.agent(), body))
        .hasStatus(400)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"errors\": [{\"field\": \"%s\", \"code\": \"%s\"}]}".formatted(field, code));
    assertThat(storage.feedback().find(team.tenant(), feedback.id())).contains(feedback);
  }

  @Test
  void losesNobodysTagsWhenWhoChangesThemSaysWhatTheyRead() {
    var path = "/feedback/" + feedback.id();
    var etag = etagOf(team.get(path, team.agent()));
    assertThat(etag).isNotNull();

    var first = changeIf(etag, "{\"tags\": [\"billing\"]}");
    assertThat(first).hasStatus(200);
    assertThat(changeIf(etag, "{\"tags\": [\"urgent\"]}"))
        .hasStatus(412)
        .bodyJson()
        .isLenientlyEqualTo("{\"code\": \"outdated\"}");
    assertThat(changeIf("urgent", "{\"tags\": [\"urgent\"]}")).hasStatus(412);

    var read = team.get(path, team.agent());
    assertThat(read).bodyJson().extractingPath("$.tags").isEqualTo(List.of("billing"));
    assertThat(etagOf(read)).isEqualTo(etagOf(first)).isNotEqualTo(etag);
    var both = "{\"tags\": [\"billing\", \"urgent\"]}";
    assertThat(changeIf("\"other\", W/" + etagOf(read), both)).hasStatus(200);
    assertThat(changeIf("*", "{\"tags\": []}")).hasStatus(200);
  }

  @Test
  void answersNotModifiedToWhoKnowsIt() {
    var path = "/feedback/" + feedback.id();
    var etag = etagOf(team.get(path, team.agent()));

    assertThat(
            api.get()
                .uri(path)
                .header("Authorization", "Bearer " + issuer.tokenFor(team.agent()))
                .header("If-None-Match", etag)
                .exchange())
        .hasStatus(304)
        .hasHeader("Cache-Control", "no-cache, private");
  }

  private static String etagOf(MvcTestResult answer) {
    return answer.getResponse().getHeader("ETag");
  }

  private MvcTestResult changeIf(String etag, String body) {
    return api.patch()
        .uri("/feedback/" + feedback.id())
        .header("Authorization", "Bearer " + issuer.tokenFor(team.agent()))
        .header("If-Match", etag)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult change(TestTeam of, UserId user, String body) {
    return of.call(HttpMethod.PATCH, "/feedback/" + feedback.id(), user, body);
  }
}
