package io.feedbackplatform.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.storage.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The API on a real server and real tables, called over the wire. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FeedbackApiIT {

  private static final WireMockServer ISSUER_SERVER = RealApi.startIssuer();
  private static final TestIssuer ISSUER = new TestIssuer(ISSUER_SERVER.baseUrl());

  @Autowired Storage storage;
  @LocalServerPort int port;

  private HttpCalls api;
  private TestTenant tenant;
  private TestTenant other;

  @DynamicPropertySource
  static void surround(DynamicPropertyRegistry properties) {
    RealApi.serveKeys(ISSUER_SERVER, ISSUER.publicKeys());
    RealApi.configure(properties, ISSUER_SERVER.baseUrl(), RealApi.startDynamoDb());
  }

  @AfterAll
  static void stopIssuer() {
    ISSUER_SERVER.stop();
  }

  @BeforeEach
  void openTenants() {
    api = new HttpCalls(port);
    tenant = TestTenant.in(storage);
    other = TestTenant.in(storage);
  }

  @Test
  void bringsWhatAVisitorSaysToTheTeamAndToNobodyElse() {
    var answer =
        api.submit(
            tenant.key().value(),
            "{\"rating\": 5, \"message\": \"Grüße 😀\", \"email\": \"ada@example.com\"}",
            "Origin",
            tenant.origin());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(tenant.origin());
    String id = JsonPath.read(answer.body(), "$.feedbackId");
    assertThat(answer.headers().firstValue("Location"))
        .contains("https://api.example/prod/feedback/" + id);

    var list = api.get("/feedback", token(tenant));
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(JsonPath.<String>read(list.body(), "$.items[0].message")).isEqualTo("Grüße 😀");
    assertThat(api.get("/feedback/" + id, token(tenant)).statusCode()).isEqualTo(200);
    assertThat(api.get("/feedback/" + id, token(other)).statusCode()).isEqualTo(404);
    assertThat(api.get("/feedback", token(other)).body()).isEqualTo("{\"items\":[]}");
    assertThat(api.get("/feedback", token(other), "X-Tenant-Id", tenant.id().value()).statusCode())
        .isEqualTo(403);
    assertThat(api.get("/feedback", token(tenant), "X-Tenant-Id", tenant.id().value()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void servesPagesWhoseCursorsAreItsOwn() {
    IntStream.range(0, 7)
        .forEach(n -> api.submit(tenant.key().value(), "{\"rating\": " + (1 + n % 5) + "}"));

    var ids = new ArrayList<String>();
    var path = "/feedback?limit=3";
    String lastKey = "";
    while (lastKey != null) {
      var page = api.get(lastKey.isEmpty() ? path : path + "&lastKey=" + lastKey, token(tenant));
      assertThat(page.statusCode()).isEqualTo(200);
      ids.addAll(JsonPath.<List<String>>read(page.body(), "$.items[*].feedbackId"));
      List<String> next = JsonPath.read(page.body(), "$[?(@.lastKey)].lastKey");
      lastKey = next.isEmpty() ? null : next.getFirst();
      if (lastKey != null) {
        assertThat(api.get(path + "&lastKey=" + lastKey, token(other)).statusCode()).isEqualTo(400);
      }
    }

    assertThat(ids)
        .hasSize(7)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void createsOneItemForThirtyTwoRequestsWithOneKey() throws Exception {
    Callable<HttpResponse<String>> submission =
        () -> api.submit(tenant.key().value(), "{\"rating\": 4}", "Idempotency-Key", "one");
    List<HttpResponse<String>> answers;
    try (var threads = Executors.newFixedThreadPool(32)) {
      answers =
          threads.invokeAll(java.util.Collections.nCopies(32, submission)).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(answers).allSatisfy(a -> assertThat(a.statusCode()).isIn(201, 409));
    var created = answers.stream().filter(a -> a.statusCode() == 201).map(HttpResponse::body);
    assertThat(created.distinct()).hasSize(1);
    assertThat(storage.feedback().list(tenant.id(), 100, null).items()).hasSize(1);
    assertThat(
            api.submit(tenant.key().value(), "{\"rating\": 5}", "Idempotency-Key", "one")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void refusesARevokedKeyWithinFiveSeconds() {
    assertThat(api.submit(tenant.key().value(), "{\"rating\": 4}").statusCode()).isEqualTo(201);

    storage.siteKeys().revoke(tenant.id(), tenant.key());

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> api.submit(tenant.key().value(), "{\"rating\": 4}").statusCode() == 401);
  }

  @Test
  void refusesALongBodyHoweverItComes() {
    var body = ("{\"message\": \"" + "m".repeat(100_000) + "\"}").getBytes(StandardCharsets.UTF_8);

    var announced =
        api.send(
            api.to("/feedback")
                .header("X-Site-Key", tenant.key().value())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    var chunked =
        api.send(
            api.to("/feedback")
                .header("X-Site-Key", tenant.key().value())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

    assertThat(announced.statusCode()).isEqualTo(413);
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(chunked.body()).contains("payload_too_large");
    assertThat(storage.feedback().list(tenant.id(), 1, null).items()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAQueryThatCannotBeDecoded() throws IOException {
    for (var query : List.of("limit=%zz", "limit=%ff", "lastKey=%", "%ff=1")) {
      var answer =
          raw(
              "GET /prod/feedback?"
                  + query
                  + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                  + "Authorization: Bearer "
                  + token(tenant)
                  + "\r\n\r\n");
      assertThat(answer).as(query).startsWith("HTTP/1.1 400 ");
      assertIsProblem(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /prod/feedback?x=<script> HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/fe{ed}back HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/feedback/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/feedback/%ff HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/feedback/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/health HTTP/1.1\r\n\r\n",
        "GET /prod/health HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /prod/health HTTP/1.1\r\nHost: x\r\nBad Name: x\r\n\r\n",
        "GET /prod/health HTTP/9.9\r\nHost: x\r\n\r\n",
        "G<T /prod/health HTTP/1.1\r\nHost: x\r\n\r\n",
        "GARBAGE\r\n\r\n",
        "GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /prod HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "TRACE /prod/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /prod/events HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
        "POST /prod/feedback HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /prod/feedback HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        "POST /prod/feedback HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n"
      })
  void answersWhatIsHardlyHttpWithAProblem(String request) throws IOException {
    var answer = raw(request);

    assertThat(answer).startsWith("HTTP/1.1 4");
    assertIsProblem(answer);
  }

  @Test
  void answersHeadersBeyondAllBoundsWithAProblem() throws IOException {
    var answer =
        raw("GET /prod/health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4");
    assertIsProblem(answer);
  }

  @Test
  void answersABrokenChunkWithAProblem() throws IOException {
    var answer =
        raw(
            "POST /prod/feedback HTTP/1.1\r\nHost: x\r\nX-Site-Key: "
                + tenant.key().value()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertIsProblem(answer);
  }

  @Test
  void isReady() {
    assertThat(api.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(api.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(api.get("/openapi.json").statusCode()).isEqualTo(200);
  }

  private static String token(TestTenant of) {
    return ISSUER.tokenFor(of.member());
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertIsProblem(String answer) {
    assertThat(answer)
        .contains("application/problem+json", "\"code\":", "X-Request-Id")
        .doesNotContainIgnoringCase("<html", "tomcat", "java.", "Exception");
  }
}
