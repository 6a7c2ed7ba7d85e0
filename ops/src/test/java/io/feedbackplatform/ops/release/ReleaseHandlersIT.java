package io.feedbackplatform.ops.release;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.feedbackplatform.ops.StubbedAws.asked;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.Clients;
import io.feedbackplatform.ops.LocalDynamoDb;
import io.feedbackplatform.ops.StubbedAws;
import io.feedbackplatform.ops.TestContext;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.record.AuditEntry;
import io.feedbackplatform.ops.record.Baking;
import io.feedbackplatform.ops.record.DynamoDbRecords;
import io.feedbackplatform.ops.record.KnownGood;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks and watch with the SDK's own clients. */
class ReleaseHandlersIT {

  private static final String VERDICT = "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus";

  private final StubbedAws aws = new StubbedAws();
  private final DynamoDbRecords records =
      new DynamoDbRecords(LocalDynamoDb.client(), aws.table, "prod");

  @AfterEach
  void stop() {
    aws.close();
  }

  private void check() {
    aws.server.stubFor(
        StubbedAws.codeDeploy("PutLifecycleEventHookExecutionStatus")
            .willReturn(okJson("{\"lifecycleEventHookExecutionId\":\"e-1\"}")));
    var event = "{\"DeploymentId\":\"d-1\",\"LifecycleEventHookExecutionId\":\"e-1\"}";
    new PreTrafficHandler(aws.settings(), Clock.systemUTC(), length -> {})
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(UTF_8)),
            OutputStream.nullOutputStream(),
            new TestContext());
  }

  private void answer(String path, int status, String contentType) {
    aws.server.stubFor(
        StubbedAws.invocation("10")
            .atPriority(1)
            .withRequestBody(matchingJsonPath("$.path", containing(path)))
            .willReturn(
                okJson(
                    "{\"statusCode\":%d,\"multiValueHeaders\":{\"Content-Type\":[\"%s\"]}}"
                        .formatted(status, contentType))));
  }

  private void assertVerdict(String status) {
    aws.server.verify(
        1,
        asked(VERDICT)
            .withRequestBody(
                equalToJson(
                    "{\"deploymentId\":\"d-1\",\"lifecycleEventHookExecutionId\":\"e-1\","
                        + "\"status\":\"%s\"}".formatted(status))));
  }

  @Test
  void letsASoundVersionThrough() {
    aws.deploying();
    answer("/health", 200, "application/json");
    answer("/openapi.json", 200, "application/json");
    answer("/feedback", 401, "application/problem+json");
    answer("/events", 404, "application/problem+json");

    check();

    assertVerdict("Succeeded");
    assertThat(records.history(5))
        .extracting(AuditEntry::outcome)
        .containsExactly("release_allowed");
    aws.server.verify(
        postRequestedFor(
                urlPathEqualTo("/2015-03-31/functions/" + StubbedAws.FUNCTION + "/invocations"))
            .withRequestBody(matchingJsonPath("$.requestContext.stage"))
            .withRequestBody(matchingJsonPath("$[?(@.httpMethod == 'GET')]"))
            .withRequestBody(matchingJsonPath("$[?(@.path == '/health/ready')]")));
  }

  @Test
  void refusesAVersionThatTakesEventsFromOutside() {
    aws.deploying();
    answer("/health", 200, "application/json");
    answer("/openapi.json", 200, "application/json");
    answer("/feedback", 401, "application/problem+json");
    answer("/events", 200, "application/json");

    check();

    assertVerdict("Failed");
  }

  @Test
  void refusesWhatItCannotCheck() {
    aws.server.stubFor(
        StubbedAws.codeDeploy("GetDeployment")
            .willReturn(StubbedAws.error(400, "DeploymentDoesNotExistException")));

    check();

    assertVerdict("Failed");
  }

  @Test
  void marksTheVersionThatBakedAndCallsTheOneBefore() {
    aws.alarmIs("OK");
    var version = new PublishedVersion(10);
    records.markGood(new KnownGood(new PublishedVersion(9), "sha-9", Instant.now()));
    records.bake(new Baking(version, "r1", Instant.now().minus(Duration.ofMinutes(31))));
    var clients = new Clients(aws.settings(), metric -> {});
    var watch =
        new ReleaseWatch(
            clients.functions(),
            clients.alarms(),
            clients.deployments(),
            clients.records(),
            metric -> {},
            Clock.systemUTC(),
            aws.settings().alarms(),
            aws.settings().bakeTime());

    new ReleaseWatchHandler(watch)
        .handleRequest(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new TestContext());

    assertThat(records.knownGood())
        .extracting(KnownGood::version)
        .containsExactly(version, new PublishedVersion(9));
    aws.server.verify(
        1,
        postRequestedFor(
                urlPathEqualTo("/2015-03-31/functions/" + StubbedAws.FUNCTION + "/invocations"))
            .withQueryParam("Qualifier", equalTo("9")));
  }
}
