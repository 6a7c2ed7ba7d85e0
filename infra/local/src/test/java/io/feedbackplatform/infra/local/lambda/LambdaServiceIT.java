package io.feedbackplatform.infra.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feedbackplatform.api.server.ApiLauncher;
import io.feedbackplatform.api.server.KeyServer;
import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.infra.local.gateway.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API's package behind the real adapter and the real emulator. */
class LambdaServiceIT {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path logs;

  private KeyServer keyServer;
  private TestIssuer issuer;

  @BeforeEach
  void startIssuer() {
    keyServer = KeyServer.start();
    issuer = new TestIssuer(keyServer.url());
    keyServer.serve(issuer.publicKeys());
  }

  @AfterEach
  void stopIssuer() {
    keyServer.close();
  }

  @ParameterizedTest
  @EnumSource
  void writesNoSecretToAnyLog(Gateway.Kind kind) throws IOException {
    var secrets = sendSecrets(launcher(kind));

    var written = logs();
    assertThat(written).contains("INVOKE RTDONE", "\"message\":\"request\"");
    assertThat(secrets).isNotEmpty().noneMatch(written::contains);
  }

  /** That nothing was found above would mean little if nothing could be found. */
  @Test
  void wouldFindASecretIfTheAdapterWroteIt() throws IOException {
    var chatty = launcher(Gateway.Kind.REST);
    var secrets =
        sendSecrets(environment -> {
          var more = new HashMap<>(environment);
          more.put("AWS_LAMBDA_LOG_LEVEL", "DEBUG");
          return chatty.launch(more);
        });

    assertThat(secrets).anyMatch(logs()::contains);
  }

  @ParameterizedTest
  @EnumSource
  void replacesAnApplicationThatDied(Gateway.Kind kind) {
    try (var api = RealApi.start(launcher(kind), keyServer.url())) {
      assertThat(api.calls().get("/health").statusCode()).isEqualTo(200);

      programs("jre/bin/java").forEach(ProcessHandle::destroyForcibly);
      await().until(() -> programs("jre/bin/java").isEmpty());

      assertThat(api.calls().get("/health").statusCode()).isIn(500, 502);
      // On a busy machine the emulator takes a moment to notice.
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> api.calls().get("/health").statusCode() == 200);
    }
  }

  @Test
  void replacesAnEmulatorThatDied() {
    try (var api = RealApi.start(launcher(Gateway.Kind.REST), keyServer.url())) {
      assertThat(api.calls().get("/health").statusCode()).isEqualTo(200);

      programs("aws-lambda-rie").forEach(ProcessHandle::destroyForcibly);
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> programs("jre/bin/java").isEmpty() && programs("aws-lambda-rie").isEmpty());

      assertThat(api.calls().get("/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void startsNoMoreEnvironmentsThanItMayAndAnswersAllTheSame() throws Exception {
    try (var api = RealApi.start(launcher(Gateway.Kind.REST), keyServer.url());
        var threads = Executors.newFixedThreadPool(8)) {
      Callable<Integer> call = () -> api.calls().get("/health/ready").statusCode();
      for (var answer : threads.invokeAll(Collections.nCopies(24, call))) {
        assertThat(answer.get()).isEqualTo(200);
      }

      assertThat(programs("aws-lambda-rie")).hasSize(2);
    }
  }

  @Test
  void leavesNothingRunning() {
    try (var api = RealApi.start(launcher(Gateway.Kind.HTTP), keyServer.url())) {
      assertThat(api.calls().get("/health").statusCode()).isEqualTo(200);
      assertThat(programs("lambda-adapter")).hasSize(1);
    }

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            assertThat(List.of("lambda-adapter", "aws-lambda-rie", "jre/bin/java"))
                .allSatisfy(name -> assertThat(programs(name)).isEmpty()));
  }

  /** Calls with everything that is secret, and returns it. */
  private List<String> sendSecrets(ApiLauncher launcher) {
    try (var api = RealApi.start(launcher, keyServer.url())) {
      var tenant = TestTenant.in(api.storage());
      var good = issuer.tokenFor(tenant.member());
      var bad = "eyJrecognisable-token";
      var visitor = "visitor@recognisable.example";
      assertThat(api.calls().get("/feedback", good).statusCode()).isEqualTo(200);
      assertThat(api.calls().get("/feedback", bad).statusCode()).isEqualTo(401);
      assertThat(
              api.calls()
                  .submit(
                      tenant.key().value(), "{\"rating\": 5, \"email\": \"%s\"}".formatted(visitor))
                  .statusCode())
          .isEqualTo(201);
      return List.of(good, bad, visitor, tenant.key().value());
    }
  }

  private ApiLauncher launcher(Gateway.Kind kind) {
    return environment -> {
      try {
        return LambdaApi.launch(kind, environment, logs);
      } catch (IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    };
  }

  private String logs() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.list(logs)) {
      for (var file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  /** Those that this process started, directly or not. */
  private static List<ProcessHandle> programs(String name) {
    return ProcessHandle.current()
        .descendants()
        .filter(program -> program.info().command().orElse("").contains(name))
        .toList();
  }
}
