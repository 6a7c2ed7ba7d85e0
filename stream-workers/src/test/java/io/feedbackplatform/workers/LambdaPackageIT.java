package io.feedbackplatform.workers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final Path ZIP = Path.of("target/stream-workers-lambda.zip");
  private static final String HANDLER = "io.feedbackplatform.workers.analytics.AggregateHandler";
  private static final long LIMIT = 50L << 20;

  @TempDir Path folder;

  @Test
  void holdsWhatRunsAndNothingElse() throws IOException {
    try (var zip = new ZipFile(ZIP.toFile())) {
      var names = zip.stream().map(entry -> entry.getName()).toList();
      var size = zip.stream().mapToLong(entry -> entry.getSize()).sum();

      assertThat(names).contains(HANDLER.replace('.', '/') + ".class", "logback.xml");
      assertThat(names).anyMatch(name -> name.matches("lib/core-.*\\.jar"));
      assertThat(names)
          .noneMatch(name -> name.matches(".*(junit|assertj|DynamoDBLocal|spring|netty).*"));
      assertThat(size).isLessThan(LIMIT);
      System.out.printf("package: %s, %,d bytes unpacked%n", ZIP.getFileName(), size);
    }
  }

  @Test
  void logsInJsonWithRequestAndEvent() throws Exception {
    unpack();
    var process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            folder + ":" + folder.resolve("lib") + "/*",
            "src/test/lambda/CountUnreadable.java",
            HANDLER);
    process
        .environment()
        .putAll(
            Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "none",
                "AWS_SECRET_ACCESS_KEY", "none",
                "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1",
                "FEEDBACK_PARKED_RECORDS_QUEUE_URL", "http://127.0.0.1:1/0/parked",
                "FEEDBACK_TABLE_NAME", "feedback-test",
                "ANALYTICS_TABLE_NAME", "analytics-test",
                "TENANTS_TABLE_NAME", "tenants-test"));
    var running = process.redirectError(folder.resolve("errors").toFile()).start();
    var lines = new String(running.getInputStream().readAllBytes(), UTF_8).lines().toList();

    assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("errors"))).contains("failed: 42");
    assertThat(json(lines))
        .first()
        .satisfies(line -> {
          assertThat(line.path("level").stringValue()).isEqualTo("ERROR");
          assertThat(line.path("timestamp").stringValue()).endsWith("Z");
          assertThat(line.path("message").stringValue())
              .isEqualTo("A stream record cannot be read.");
          assertThat(line.path("requestId").stringValue()).isEqualTo("request-42");
          assertThat(line.path("eventId").stringValue()).isEqualTo("event-42");
          assertThat(line.path("stack_trace").stringValue()).contains("Batch.read");
        });
    assertThat(json(lines).getLast().path("message").stringValue())
        .isEqualTo("A record could not be parked; it will be delivered again.");
    assertThat(json(lines))
        .element(1)
        .satisfies(line -> {
          assertThat(line.path("message").stringValue()).isEqualTo("counted");
          assertThat(line.path("submissions").isInt()).isTrue();
        });
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
