package io.feedbackplatform.benchmarks.startup;

import io.feedbackplatform.api.lambda.ApiProcess;
import io.feedbackplatform.api.lambda.Surroundings;
import io.feedbackplatform.api.testing.TestTenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the API and takes the time until it has answered a submission. */
final class Stopwatch {

  private static final String SUBMISSION =
      "{\"rating\": 5, \"message\": \"Great shop, but the search is slow.\", \"name\": \"Ada\"}";
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

  private final Surroundings surroundings;
  private final TestTenant tenant;
  private final Path log;

  Stopwatch(Surroundings surroundings, Path folder) {
    this.surroundings = surroundings;
    this.tenant = surroundings.tenant();
    this.log = folder.resolve("api.log");
  }

  Start time(List<String> command, Map<String, String> more) throws Exception {
    var environment = surroundings.environment();
    environment.put("JAVA_TOOL_OPTIONS", surroundings.trustOption());
    environment.putAll(more);
    var begun = System.nanoTime();
    try (var api = ApiProcess.start(command, environment, log)) {
      awaitPort(api, begun);
      var listening = System.nanoTime();
      var storageBefore = surroundings.storageMillis();
      submit(api);
      var answered = System.nanoTime();
      return new Start(
          millis(begun, listening),
          millis(listening, answered),
          surroundings.storageMillis() - storageBefore,
          ProcessFigures.cpu(api.pid()),
          ProcessFigures.memory(api.pid()));
    }
  }

  private static void awaitPort(ApiProcess api, long begun) throws InterruptedException {
    while (!takesConnections(api.port())) {
      if (!api.isAlive() || System.nanoTime() - begun > PATIENCE_NANOS) {
        throw new IllegalStateException("The API does not start:\n" + api.output());
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private static boolean takesConnections(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** In one write, as a client of our own would only measure how it puts its packets together. */
  private void submit(ApiProcess api) throws IOException {
    var request =
        """
        POST /feedback HTTP/1.1\r
        Host: localhost:%d\r
        Content-Type: application/json\r
        X-Site-Key: %s\r
        Content-Length: %d\r
        Connection: close\r
        \r
        %s\
        """
            .formatted(api.port(), tenant.key().value(), SUBMISSION.length(), SUBMISSION);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.startsWith("HTTP/1.1 201 ")) {
        throw new IllegalStateException("The API answers " + answer.lines().findFirst());
      }
    }
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
  }
}
