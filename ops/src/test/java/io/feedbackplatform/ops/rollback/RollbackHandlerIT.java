package io.feedbackplatform.ops.rollback;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static io.feedbackplatform.ops.StubbedAws.asked;
import static io.feedbackplatform.ops.StubbedAws.error;
import static io.feedbackplatform.ops.StubbedAws.published;
import static io.feedbackplatform.ops.StubbedAws.updates;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.feedbackplatform.ops.LocalDynamoDb;
import io.feedbackplatform.ops.Pauses;
import io.feedbackplatform.ops.StubbedAws;
import io.feedbackplatform.ops.TestContext;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.record.AuditEntry;
import io.feedbackplatform.ops.record.DynamoDbRecords;
import io.feedbackplatform.ops.record.FrozenBuild;
import io.feedbackplatform.ops.record.KnownGood;
import io.feedbackplatform.ops.record.RollbackRecord;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handler as it is wired for Lambda, with the SDK's own clients. */
class RollbackHandlerIT {

  private final StubbedAws aws = new StubbedAws();
  private final DynamoDbRecords records =
      new DynamoDbRecords(LocalDynamoDb.client(), aws.table, "prod");
  private final RollbackHandler handler =
      new RollbackHandler(RollbackHandler.wired(aws.settings(), Clock.systemUTC(), Pauses.REAL));

  RollbackHandlerIT() {
    for (var version : new int[] {7, 9}) {
      records.markGood(
          new KnownGood(new PublishedVersion(version), "sha-" + version, Instant.now()));
    }
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private void handle() {
    handler.handleRequest(
        new ByteArrayInputStream(StubbedAws.event(Instant.now()).getBytes(UTF_8)),
        OutputStream.nullOutputStream(),
        new TestContext());
  }

  private void assertRolledBackOnce() {
    assertThat(records.rollbacks())
        .singleElement()
        .satisfies(rollback -> {
          assertThat(rollback.progress()).isEqualTo(RollbackRecord.Progress.DONE);
          assertThat(rollback.to()).isEqualTo(new PublishedVersion(9));
        });
    assertThat(records.frozen()).extracting(FrozenBuild::codeSha256).containsExactly("sha-10");
    assertThat(records.history(10)).extracting(AuditEntry::outcome).containsOnlyOnce("rolled_back");
    aws.server.verify(1, published());
  }

  @Test
  void movesTheAliasWithinTenSecondsOfServicesThatTakeTheirTime() {
    aws.server.setGlobalFixedDelay(200);
    var started = System.nanoTime();
    handle();
    var taken = Duration.ofNanos(System.nanoTime() - started);
    aws.server.setGlobalFixedDelay(0);

    System.out.printf("rollback over HTTP, 200 ms a call: %.1f s%n", taken.toMillis() / 1e3);
    assertThat(taken).isLessThan(Duration.ofSeconds(10));
    aws.server.verify(
        1,
        updates()
            .withRequestBody(
                equalToJson(
                    "{\"FunctionVersion\":\"9\",\"RevisionId\":\"r1\","
                        + "\"RoutingConfig\":{\"AdditionalVersionWeights\":{}}}")));
    assertRolledBackOnce();
  }

  @Test
  void doesNothingMoreWhenTheMessageComesAgain() {
    handle();
    handle();

    aws.server.verify(1, updates());
    assertRolledBackOnce();
  }

  @Test
  void makesOneRollbackOfTwentyMessagesAtOnce() {
    IntStream.range(0, 20).parallel().forEach(each -> handle());

    aws.server.verify(1, published());
    assertThat(records.rollbacks()).hasSize(1);
    assertThat(records.history(100))
        .extracting(AuditEntry::outcome)
        .containsOnlyOnce("rolled_back");
  }

  @Test
  void survivesThrottlingFailuresAndSilence() {
    aws.once(StubbedAws.aliasRead(), error(429, "TooManyRequestsException"));
    aws.once(StubbedAws.query("DescribeAlarms"), error(503, "ServiceUnavailable"));
    aws.once(StubbedAws.configuration("9"), StubbedAws.slow());
    aws.once(StubbedAws.codeDeploy("ListDeployments"), error(400, "ThrottlingException"));
    aws.once(StubbedAws.dynamoDb("Query"), error(500, "InternalServerError"));
    aws.once(StubbedAws.dynamoDb("TransactWriteItems"), error(500, "InternalServerError"));
    aws.once(StubbedAws.query("Publish"), error(500, "InternalFailure"));
    handle();

    aws.server.verify(1, updates());
    assertThat(records.rollbacks())
        .extracting(RollbackRecord::progress)
        .containsExactly(RollbackRecord.Progress.DONE);
  }

  @Test
  void beginsAgainWithTheNewRevisionWhenTheAliasWasTouched() {
    aws.aliasTouchedBefore();

    handle();

    aws.server.verify(2, updates());
    assertRolledBackOnce();
  }

  @Test
  void noticesThatItsOwnChangeTookPlaceWhenTheAnswerIsLost() {
    aws.updateWhoseAnswerIsLost();

    handle();

    assertRolledBackOnce();
  }

  @Test
  void takesAThrottledCallForNoAnswerHoweverOftenItHappens() {
    int calls = 4;
    int attempts = 3 * calls;
    for (int i = 0; i < attempts; i++) {
      aws.once(StubbedAws.invocation("9"), error(429, "TooManyRequestsException"));
    }

    handle();

    assertRolledBackOnce();
  }

  @Test
  void takesAFailingFunctionForIllAndTheNextForTheTarget() {
    aws.server.stubFor(
        StubbedAws.invocation("9")
            .willReturn(
                WireMock.okJson("{\"errorMessage\":\"boom\"}")
                    .withHeader("X-Amz-Function-Error", "Unhandled")));

    handle();

    aws.server.verify(
        1, updates().withRequestBody(WireMock.containing("\"FunctionVersion\":\"7\"")));
  }

  @Test
  void stopsADeploymentAndLetsItPutTheAliasBack() {
    aws.deploying();

    handle();

    aws.server.verify(
        1,
        asked("CodeDeploy_20141006.StopDeployment")
            .withRequestBody(
                equalToJson("{\"deploymentId\":\"d-1\",\"autoRollbackEnabled\":true}")));
    aws.server.verify(0, updates());
    assertRolledBackOnce();
  }

  @Test
  void takesADeploymentThatNeverStartedForOneWithoutTraffic() {
    aws.turnedDownDeployment();

    handle();

    aws.server.verify(1, updates());
    assertRolledBackOnce();
  }

  @Test
  void asksForNoMoreThanAMetricAlarmWhenItIsOne() {
    handle();

    aws.server.verify(
        0,
        WireMock.postRequestedFor(WireMock.urlEqualTo("/"))
            .withRequestBody(WireMock.containing("CompositeAlarm")));
  }

  @Test
  void knowsCompositeAlarms() {
    aws.compositeAlarmIs("ALARM");

    handle();

    assertRolledBackOnce();
  }

  @Test
  void failsWhenAServiceStaysAwaySoThatLambdaCallsAgain() {
    aws.server.stubFor(
        StubbedAws.query("DescribeAlarms").willReturn(error(503, "ServiceUnavailable")));

    assertThatThrownBy(this::handle).isInstanceOf(RuntimeException.class);
    assertThat(records.history(10)).extracting(AuditEntry::outcome).containsExactly("failed");

    aws.alarmIs("ALARM");
    handle();
    assertRolledBackOnce();
  }

  @Test
  void refusesWhatIsNoMessageOfAnAlarm() {
    for (var event : new String[] {"{}", "[]", "not json", "{\"Records\":[{\"Sns\":{}}]}"}) {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)),
          OutputStream.nullOutputStream(),
          new TestContext());
    }

    aws.server.verify(0, updates());
    assertThat(records.history(10))
        .hasSize(4)
        .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo("refused"));
  }
}
