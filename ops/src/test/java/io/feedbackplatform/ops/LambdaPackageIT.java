package io.feedbackplatform.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The zip that is uploaded, unpacked and run in a process of its own. */
class LambdaPackageIT {

  private static final Path ZIP = Path.of("target/ops-lambda.zip");
  private static final List<String> HANDLERS =
      List.of(
          "io.feedbackplatform.ops.rollback.RollbackHandler",
          "io.feedbackplatform.ops.release.PreTrafficHandler",
          "io.feedbackplatform.ops.release.ReleaseWatchHandler");
  private static final long LIMIT = 50L << 20;

  @TempDir Path folder;

  @Test
  void holdsWhatRunsAndNothingElse() throws IOException {
    try (var zip = new ZipFile(ZIP.toFile())) {
      var names = zip.stream().map(entry -> entry.getName()).toList();
      var size = zip.stream().mapToLong(entry -> entry.getSize()).sum();

      assertThat(names).contains("logback.xml");
      assertThat(names)
          .containsAll(HANDLERS.stream().map(name -> name.replace('.', '/') + ".class").toList());
      assertThat(names)
          .noneMatch(name -> name.matches(".*(junit|assertj|wiremock|DynamoDBLocal|netty).*"))
          .noneMatch(name -> name.matches("lib/(core|spring).*"));
      assertThat(size).isLessThan(LIMIT);
      System.out.printf("package: %s, %,d bytes unpacked%n", ZIP.getFileName(), size);
    }
  }

  @Test
  void rollsBackAndLogsInJson() throws Exception {
    unpack();
    try (var aws = new StubbedAws()) {
      var process =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              folder + ":" + folder.resolve("lib") + "/*",
              "src/test/lambda/Call.java");
      process.command().addAll(HANDLERS);
      process.environment().putAll(aws.environment());
      process
          .environment()
          .putAll(
              Map.of(
                  "AWS_REGION", "eu-central-1",
                  "AWS_ACCESS_KEY_ID", "test",
                  "AWS_SECRET_ACCESS_KEY", "test",
                  "AWS_ENDPOINT_URL", aws.server.baseUrl()));
      var running = process.redirectError(folder.resolve("errors").toFile()).start();
      try (var input = running.getOutputStream()) {
        input.write(StubbedAws.event(Instant.now()).getBytes(UTF_8));
      }
      var lines = new String(running.getInputStream().readAllBytes(), UTF_8).lines().toList();

      assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(folder.resolve("errors"))).isEmpty();
      assertThat(json(lines))
          .anySatisfy(line -> {
            assertThat(line.path("level").asString("")).isEqualTo("INFO");
            assertThat(line.path("timestamp").asString("")).endsWith("Z");
            assertThat(line.path("requestId").asString("")).isEqualTo("request-42");
            assertThat(line.path("outcome").asString("")).isEqualTo("no_candidate");
            assertThat(line.path("alarm").asString("")).isEqualTo(StubbedAws.ALARM);
            assertThat(line.path("fromVersion").asString("")).isEqualTo("10");
          })
          .anySatisfy(line -> {
            var metrics = line.path("_aws").path("CloudWatchMetrics").path(0);
            assertThat(metrics.path("Namespace").asString(""))
                .isEqualTo("FeedbackPlatform/Operations");
            assertThat(metrics.path("Metrics").path(0).path("Name").asString(""))
                .isEqualTo("RollbackPaged");
            assertThat(line.path("RollbackPaged").asInt(0)).isEqualTo(1);
            assertThat(line.path("Function").asString("")).isEqualTo(StubbedAws.FUNCTION);
          });
    }
  }

  private static List<JsonNode> json(List<String> lines) {
    var mapper = JsonMapper.builder().build();
    return lines.stream().map(mapper::readTree).toList();
  }

  private void unpack() throws IOException {
    try (var zip = new ZipFile(ZIP.toFile())) {
      for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
        var file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip.getInputStream(entry), file);
      }
    }
  }
}
