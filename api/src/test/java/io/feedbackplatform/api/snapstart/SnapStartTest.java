package io.feedbackplatform.api.snapstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Under SnapStart, where the adapter's own calls have neither of the headers that events have. */
@ApiTest
@TestPropertySource(properties = "AWS_LAMBDA_INITIALIZATION_TYPE=snap-start")
class SnapStartTest {

  private static final List<String> HOOKS =
      List.of("/snapstart/before-checkpoint", "/snapstart/after-restore");

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;

  private TestTenant tenant;

  @BeforeEach
  void openTenant() {
    tenant = TestTenant.in(storage);
  }

  @Test
  void letsTheAdapterPrepareASnapshotAndGoOnAfterIt() {
    for (var hook : HOOKS) {
      assertThat(api.post().uri(hook)).hasStatus(204);
      assertThat(submission()).hasStatus(201);
    }
  }

  @Test
  void keepsNothingThatItRememberedOfSites() {
    assertThat(submission()).hasStatus(201);
    storage.siteKeys().revoke(tenant.id(), tenant.site().id(), tenant.key(), Actor.platform());
    assertThat(submission()).as("as it is remembered").hasStatus(201);

    assertThat(api.post().uri("/snapstart/after-restore")).hasStatus(204);

    assertThat(submission()).hasStatus(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amzn-request-context", "X-Amzn-Lambda-Context"})
  void isNotThereForWhatTheAdapterPassesOn(String header) {
    for (var hook : HOOKS) {
      for (var value : List.of("{\"stage\":\"prod\"}", "", "null")) {
        assertUnknown(api.post().uri(hook).header(header, value).exchange());
        assertUnknown(
            api.post()
                .uri(hook)
                .header(header, value)
                .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
                .header("X-Site-Key", tenant.key().value())
                .exchange());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void isNotThereForOtherMethods(String method) {
    for (var hook : HOOKS) {
      assertThat(api.method(HttpMethod.valueOf(method)).uri(hook)).hasStatus(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/snapstart/before-checkpoint/",
        "/snapstart/BEFORE-CHECKPOINT",
        "/snapstart//after-restore",
        "/snapstart",
        "/snapstart/"
      })
  void isNotThereUnderOtherSpellings(String path) {
    var answer =
        api.post().uri(path).header("x-amzn-request-context", "{\"stage\":\"prod\"}").exchange();

    assertThat(answer.getResponse().getStatus()).isIn(400, 404);
  }

  private MvcTestResult submission() {
    return api.post()
        .uri("/feedback")
        .header("X-Site-Key", tenant.key().value())
        .header("Content-Type", "application/json")
        .content("{\"rating\": 5}")
        .exchange();
  }

  private static void assertUnknown(MvcTestResult answer) {
    assertThat(answer).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("not_found");
  }
}
