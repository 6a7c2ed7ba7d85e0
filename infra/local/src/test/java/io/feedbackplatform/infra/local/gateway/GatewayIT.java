package io.feedbackplatform.infra.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.infra.local.lambda.Outcome;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway on a socket, before a function that notes its events. */
class GatewayIT {

  private final ConcurrentLinkedQueue<JsonNode> events = new ConcurrentLinkedQueue<>();
  private final Gateway.Function echo =
      event -> {
        events.add(new JsonMapper().readTree(event));
        return answered("{\"statusCode\":200,\"headers\":{\"X-A\":\"b\"},\"body\":\"hello\"}");
      };

  @ParameterizedTest
  @EnumSource
  void carriesARequestThereAndBack(Gateway.Kind kind) throws IOException {
    try (var gateway = Gateway.start(kind, 0, echo)) {
      var answer = send(gateway, "GET /prod/health HTTP/1.1\r\nHost: x\r\nX-Dup: 1\r\nX-Dup: 2");

      assertThat(answer)
          .startsWith("HTTP/1.1 200")
          .endsWith("hello")
          .containsIgnoringCase("x-a: b");
      assertThat(events.toString()).contains("/health");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REST, GET /prod HTTP/1.1, 403",
    "REST, GET / HTTP/1.1, 403",
    "REST, GET /elsewhere HTTP/1.1, 403",
    "REST, GET /production/x HTTP/1.1, 403",
    "REST, TRACE /prod/x HTTP/1.1, 403",
    "REST, OPTIONS * HTTP/1.1, 404",
    "REST, GET http://x/prod/health HTTP/1.1, 200",
    "REST, GET //prod/x HTTP/1.1, 403",
    "HTTP, GET / HTTP/1.1, 404",
    "HTTP, GET /elsewhere HTTP/1.1, 404",
    "HTTP, BREW /prod/x HTTP/1.1, 404",
    "HTTP, GET /prod/%zz HTTP/1.1, 400",
    "HTTP, GET /prod/x?a=<b> HTTP/1.1, 400",
    "HTTP, GET /prod/x?a=|b HTTP/1.1, 400",
    "HTTP, GARBAGE, 400",
  })
  void passesOnOnlyWhatItKnows(Gateway.Kind kind, String line, int status) throws IOException {
    try (var gateway = Gateway.start(kind, 0, echo)) {
      assertThat(send(gateway, line + "\r\nHost: x")).startsWith("HTTP/1.1 " + status);
      assertThat(events).hasSize(status == 200 ? 1 : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host: a b", "Host: x\r\nHost: y", "X-A: b", "Host: x\r\nX-A: a\u0001b"})
  void refusesMalformedHeaders(String headers) throws IOException {
    try (var gateway = Gateway.start(Gateway.Kind.REST, 0, echo)) {
      assertThat(send(gateway, "GET /prod/x HTTP/1.1\r\n" + headers)).startsWith("HTTP/1.1 400");
      assertThat(events).isEmpty();
    }
  }

  @Test
  void answersHeadAndEmptyAnswersWithoutABody() throws IOException {
    try (var gateway = Gateway.start(Gateway.Kind.REST, 0, echo)) {
      assertThat(send(gateway, "HEAD /prod/x HTTP/1.1\r\nHost: x")).endsWith("\r\n\r\n");
    }
    try (var gateway =
        Gateway.start(
            Gateway.Kind.REST, 0, event -> answered("{\"statusCode\":304,\"body\":\"no\"}"))) {
      assertThat(send(gateway, "GET /prod/x HTTP/1.1\r\nHost: x"))
          .startsWith("HTTP/1.1 304")
          .endsWith("\r\n\r\n");
    }
  }

  @Test
  void keepsToTheLimitsOfApiGatewayAndOfLambda() throws IOException {
    try (var gateway = Gateway.start(Gateway.Kind.REST, 0, echo)) {
      assertThat(post(gateway, 5 * 1024 * 1024)).startsWith("HTTP/1.1 200");
      assertThat(post(gateway, 7 * 1024 * 1024)).startsWith("HTTP/1.1 413");
      assertThat(post(gateway, GatewayRequest.MAX_BODY + 1)).startsWith("HTTP/1.1 413");
      assertThat(events).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"REST, 502, Internal server error", "HTTP, 500, Internal Server Error"})
  void hidesWhyAFunctionFailed(Gateway.Kind kind, int status, String message) throws IOException {
    List<Gateway.Function> failing =
        List.of(
            event -> new Outcome.Failed("secret"),
            event -> answered("{\"statusCode\":\"secret\"}"),
            event -> answered(" ".repeat(Gateway.MAX_LAMBDA_PAYLOAD + 1)),
            event -> {
              throw new IllegalStateException("secret");
            });
    for (var function : failing) {
      try (var gateway = Gateway.start(kind, 0, function)) {
        assertThat(send(gateway, "GET /prod/x HTTP/1.1\r\nHost: x"))
            .startsWith("HTTP/1.1 " + status)
            .endsWith("{\"message\":\"" + message + "\"}");
      }
    }
  }

  @Test
  void doesNotWaitForEver() throws IOException {
    var never = new CountDownLatch(1);
    var front = new ImpatientFront();
    try (var gateway =
        Gateway.start(
            front,
            0,
            event -> {
              never.await();
              return new Outcome.Failed("too late");
            })) {
      assertThat(send(gateway, "GET /prod/x HTTP/1.1\r\nHost: x")).startsWith("HTTP/1.1 504");
    }
  }

  private static String post(Gateway gateway, int length) throws IOException {
    var body = new byte[length];
    Arrays.fill(body, (byte) 'a');
    return send(gateway, "POST /prod/x HTTP/1.1\r\nHost: x\r\nContent-Length: " + length, body);
  }

  private static String send(Gateway gateway, String head) throws IOException {
    return send(gateway, head, new byte[0]);
  }

  private static String send(Gateway gateway, String head, byte[] body) throws IOException {
    try (var socket = new Socket("localhost", gateway.url().getPort())) {
      socket.setSoTimeout(15_000);
      var out = socket.getOutputStream();
      out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Outcome answered(String json) {
    return new Outcome.Answered(json.getBytes(StandardCharsets.UTF_8));
  }
}
