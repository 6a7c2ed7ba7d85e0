package io.feedbackplatform.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.TenantChange;
import java.time.ZoneId;
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

@ApiTest
class SettingsTest {

  private static final String DEFAULT = "{\"timeZone\": \"UTC\", \"sentimentBy\": \"lexicon\"}";

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTeam team;
  private long before;

  @BeforeEach
  void formTeam() {
    team = TestTeam.in(new TestTeam.World(api, storage, issuer));
    before = team.changes();
  }

  @Test
  void tellsEveryMemberTheDefaults() {
    for (var user : List.of(team.viewer(), team.agent(), team.admin(), team.owner())) {
      assertThat(team.get("/settings", user)).hasStatusOk().bodyJson().isStrictlyEqualTo(DEFAULT);
    }
  }

  @Test
  void changesWhatIsSentAndTellsTheAudit() {
    assertThat(change(team.admin(), "{\"timeZone\": \"America/St_Johns\"}"))
        .hasStatusOk()
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"timeZone": "America/St_Johns", "sentimentBy": "lexicon"}\
            """);

    assertThat(team.get("/settings", team.viewer()))
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"timeZone": "America/St_Johns", "sentimentBy": "lexicon"}\
            """);
    assertThat(team.changes()).isEqualTo(before + 1);
    var last = storage.audit().entries(team.tenant()).toList().getLast().event();
    assertThat(last.operation()).isEqualTo(Operation.SETTINGS_CHANGED);
    assertThat(last.actor().id()).isEqualTo(team.admin().value());
    assertThat(last.fields()).containsExactly("timeZone");
  }

  @Test
  void tellsNothingWhereNothingChanges() {
    assertThat(change(team.admin(), DEFAULT)).hasStatusOk().bodyJson().isStrictlyEqualTo(DEFAULT);

    assertThat(team.changes()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "europe/berlin",
        "CEST",
        "+02:00",
        "UTC+2",
        "Z",
        "Mars/Olympus",
        "SystemV/EST5EDT",
        "",
        " UTC"
      })
  void saysHowATimeZoneIsNamed(String zone) {
    var answer = change(team.admin(), "{\"timeZone\": \"" + zone + "\"}");

    assertThat(answer)
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].code")
        .isEqualTo("unknown_time_zone");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.errors[0].message")
        .asString()
        .contains("Europe/Berlin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|timeZone|required",
        "{\"timeZone\": null}|timeZone|required",
        "{\"timeZone\": 2}|timeZone|invalid_type",
        "{\"sentimentBy\": \"guess\"}|sentimentBy|invalid_value",
        "{\"timeZone\": \"UTC\", \"colour\": \"red\"}|colour|unknown_field"
      })
  void refusesWhatItCannotMean(String body, String field, String rule) {
    var answer = change(team.admin(), body);

    assertThat(answer).hasStatus(400);
    assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
    assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(rule);
    assertThat(team.changes()).isEqualTo(before);
  }

  @Test
  void refusesAnAnalyserThatThePlatformDoesNotHaveUnlessItIsChosenAlready() {
    var chosen = "{\"timeZone\": \"Asia/Tokyo\", \"sentimentBy\": \"comprehend\"}";
    var answer = change(team.admin(), chosen);

    assertThat(answer).hasStatus(400);
    assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo("not_available");
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.errors[0].message")
        .asString()
        .contains("Send lexicon");
    assertThat(team.get("/settings", team.viewer())).bodyJson().isStrictlyEqualTo(DEFAULT);
    assertThat(team.changes()).isEqualTo(before);
    storage
        .tenants()
        .change(
            team.tenant(),
            new TenantChange.Configure(null, SentimentBy.COMPREHEND),
            Actor.platform());
    assertThat(change(team.admin(), chosen)).hasStatusOk();
    assertThat(change(team.admin(), "{\"sentimentBy\": \"lexicon\"}")).hasStatusOk();
    assertThat(change(team.admin(), chosen)).hasStatus(400);
  }

  @Test
  void isChangedByAdministratorsOnlyAndForTheirOwnTenant() {
    var strangers = TestTeam.in(new TestTeam.World(api, storage, issuer));
    var body = "{\"timeZone\": \"Asia/Tokyo\"}";

    assertThat(change(team.viewer(), body)).hasStatus(403);
    assertThat(change(team.agent(), body)).hasStatus(403);
    assertThat(strangers.call(HttpMethod.PATCH, "/settings", strangers.admin(), body))
        .hasStatusOk();

    assertThat(team.get("/settings", team.viewer())).bodyJson().isStrictlyEqualTo(DEFAULT);
  }

  @Test
  void isShownToOperators() {
    storage
        .tenants()
        .change(
            team.tenant(),
            new TenantChange.Configure(ZoneId.of("Asia/Kolkata"), null),
            Actor.platform());

    var seen =
        api.get()
            .uri("/operator/tenants/" + team.tenant())
            .header(
                "Authorization",
                "Bearer "
                    + issuer.token(
                        new UserId("grace"),
                        claims -> claims.claim("cognito:groups", List.of("platform-operators"))))
            .exchange();

    assertThat(seen).bodyJson().extractingPath("$.timeZone").isEqualTo("Asia/Kolkata");
    assertThat(seen).bodyJson().extractingPath("$.sentimentBy").isEqualTo("lexicon");
  }

  private MvcTestResult change(UserId user, String body) {
    return team.call(HttpMethod.PATCH, "/settings", user, body);
  }
}
