package io.feedbackplatform.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTeam;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.storage.Storage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The choice of an analyser on a platform that has both. */
@ApiTest
@TestPropertySource(properties = "FEEDBACK_COMPREHEND=true")
class ComprehendSettingsTest {

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  @Test
  void changesWhoJudgesAndTellsTheAudit() {
    var team = TestTeam.in(new TestTeam.World(api, storage, issuer));
    var before = team.changes();
    var body = "{\"sentimentBy\": \"comprehend\"}";

    assertThat(team.call(HttpMethod.PATCH, "/settings", team.agent(), body)).hasStatus(403);
    assertThat(team.call(HttpMethod.PATCH, "/settings", team.owner(), body)).hasStatusOk();

    assertThat(team.get("/settings", team.viewer()))
        .bodyJson()
        .isStrictlyEqualTo("{\"timeZone\": \"UTC\", \"sentimentBy\": \"comprehend\"}");
    assertThat(team.changes()).isEqualTo(before + 1);
    var last = storage.audit().entries(team.tenant()).toList().getLast().event();
    assertThat(last.operation()).isEqualTo(Operation.SETTINGS_CHANGED);
    assertThat(last.actor().id()).isEqualTo(team.owner().value());
    assertThat(last.fields()).containsExactly("sentimentBy");
  }
}
