package io.feedbackplatform.benchmarks.cost.measure;

import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The API as the jar that ships, with the JVM's options of its Lambda package. */
final class ApiProcess implements AutoCloseable {

  /** Requests come faster than any customer's, and each bucket is written to as ever. */
  private static final String PLENTY =
      "all.requests-per-second=100000,all.burst=1000000"
          + ",all.key-requests-per-second=100000,all.key-burst=1000000"
          + ",address.requests-per-minute=1000000,address.burst=1000000"
          + ",address.reads-per-minute=1000000,address.reads-burst=1000000"
          + ",person.requests-per-minute=1000000,person.burst=1000000";

  private final Process process;
  private final Path log;
  private final int port;

  private ApiProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  static ApiProcess start(
      Path jar, TableNames tables, URI dynamoDb, Issuer issuer, HttpClient client)
      throws IOException, InterruptedException {
    int port = freePort();
    // A copy, so that a build meanwhile does not take the classes away.
    var copy = Files.copy(jar, Files.createTempDirectory("feedback-api").resolve("api.jar"));
    var log = Files.createTempFile("feedback-api", ".log");
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                copy.toString()));
    builder.environment().putAll(tables.toEnvironment());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_REGION", LocalDynamoDb.REGION.id(),
                "AWS_ACCESS_KEY_ID", LocalDynamoDb.CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", LocalDynamoDb.CREDENTIALS.secretAccessKey(),
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString(),
                "FEEDBACK_ISSUER_URI", issuer.uri(),
                "FEEDBACK_CLIENT_IDS", Issuer.CLIENT_ID,
                "FEEDBACK_CURSOR_SECRET", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "FEEDBACK_PUBLIC_URL", "https://api.example/prod",
                "SERVER_PORT", Integer.toString(port),
                "SERVER_ADDRESS", "127.0.0.1"));
    builder
        .environment()
        .put("FEEDBACK_KEY_PEPPER", "cGVwcGVyLXBlcHBlci1wZXBwZXItcGVwcGVyLTAxMjM=");
    builder.environment().put("FEEDBACK_PLANS", PLENTY);
    var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var api = new ApiProcess(process, log, port);
    api.awaitHealth(client);
    return api;
  }

  private void awaitHealth(HttpClient client) throws InterruptedException {
    var deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(deadline) && process.isAlive()) {
      try {
        var health = HttpRequest.newBuilder(url("/health")).build();
        if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
    close();
    throw new IllegalStateException("the API does not start; see " + log);
  }

  URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  long logBytes() throws IOException {
    return Files.size(log);
  }

  /** The most memory that the process has held, in MB (1024 x 1024 bytes). */
  long peakMemory() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
