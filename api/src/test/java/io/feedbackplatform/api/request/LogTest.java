package io.feedbackplatform.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class LogTest {

  private static final String REQUESTS = "io.feedbackplatform.api.request";

  @Autowired MockMvcTester api;
  @Autowired Storage storage;
  @Autowired TestIssuer issuer;
  @Autowired LoggingSystem logging;

  @BeforeEach
  void logRequests() {
    logging.setLogLevel(REQUESTS, LogLevel.INFO);
  }

  @AfterEach
  void logLess() {
    logging.setLogLevel(REQUESTS, LogLevel.WARN);
  }

  @Test
  void namesTheTenantAndTheRequest(CapturedOutput output) {
    var tenant = TestTenant.in(storage);

    var answer = submit(tenant, "{\"rating\": 5}");

    var line = lastLine(output);
    assertThat(line.get("requestId").asString())
        .isEqualTo(answer.getResponse().getHeader("X-Request-Id"));
    assertThat(line.get("tenant").asString()).isEqualTo(tenant.id().value());
    assertThat(line.get("route").asString()).isEqualTo("/feedback");
    assertThat(line.get("status").asInt()).isEqualTo(201);
  }

  @Test
  void tellsOfOneTenantOnlyInItsOwnRequests(CapturedOutput output) {
    submit(TestTenant.in(storage), "{\"rating\": 5}");

    assertThat(api.get().uri("/health")).hasStatusOk();

    assertThat(lastLine(output).get("tenant")).isNull();
  }

  @Test
  void saysNothingOfAnAnswerThatHasNotChanged(CapturedOutput output) {
    var tenant = TestTenant.in(storage);
    var list =
        api.get()
            .uri("/feedback")
            .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()));
    var etag = list.exchange().getResponse().getHeader("ETag");
    var before = lastLine(output);

    var again =
        api.get()
            .uri("/feedback")
            .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()))
            .header("If-None-Match", etag)
            .exchange();

    assertThat(again).hasStatus(304);
    assertThat(lastLine(output)).isEqualTo(before);
  }

  @Test
  void saysNothingOfALeaveThatABrowserIsGiven(CapturedOutput output) {
    var tenant = TestTenant.in(storage);
    assertThat(api.get().uri("/health")).hasStatusOk();
    var before = lastLine(output);

    assertThat(leave(tenant.origin())).hasStatus(204);
    assertThat(lastLine(output)).isEqualTo(before);

    assertThat(leave("https://elsewhere.example")).hasStatus(403);
    assertThat(lastLine(output).path("method").stringValue()).isEqualTo("OPTIONS");
  }

  private MvcTestResult leave(String origin) {
    return api.options()
        .uri("/feedback")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "x-site-key")
        .exchange();
  }

  @Test
  void keepsWhatPeopleWroteAndWhatProvesWhoTheyAreToItself(CapturedOutput output) {
    var tenant = TestTenant.in(storage);
    var token = issuer.tokenFor(tenant.member());
    var personal =
        "{\"message\": \"canary-message\", \"email\": \"canary@example.com\", \"name\": \"canary-name\"%s}";

    submit(tenant, personal.formatted(""));
    submit(tenant, personal.formatted(", \"canary-field\": 1"));
    submit(tenant, personal.formatted(",,"));
    for (var path : new String[] {"/feedback?canary=1", "/canary", "/feedback?lastKey=canary"}) {
      api.get()
          .uri(path)
          .header("Authorization", "Bearer " + token)
          .header("User-Agent", "canary-agent")
          .exchange();
    }

    var lines = output.getOut();
    assertThat(lines).contains("\"route\":\"/feedback\"", "\"status\":400");
    assertThat(lines).doesNotContain("canary", token, token.split("\\.")[2], tenant.key().value());
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult submit(
      TestTenant tenant, String body) {
    return api.post()
        .uri("/feedback")
        .header("X-Site-Key", tenant.key().value())
        .header("Content-Type", "application/json")
        .content(body)
        .exchange();
  }

  private static JsonNode lastLine(CapturedOutput output) {
    var json = new JsonMapper();
    return output
        .getOut()
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(json::readTree)
        .filter(line -> line.get("message").asString().equals("request"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
