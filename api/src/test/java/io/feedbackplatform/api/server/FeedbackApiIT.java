package io.feedbackplatform.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.storage.Storage;
import java.io.ByteArrayInputStream;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API on a real server and real tables, called over the wire. */
class FeedbackApiIT {

  private static KeyServer keyServer;
  private static TestIssuer issuer;
  private static RealApi real;

  private Storage storage;
  private HttpCalls api;
  private TestTenant tenant;
  private TestTenant other;

  @BeforeAll
  static void start() {
    keyServer = KeyServer.start();
    issuer = new TestIssuer(keyServer.url());
    keyServer.serve(issuer.publicKeys());
    real = RealApi.start(keyServer.url());
  }

  @AfterAll
  static void stop() {
    real.close();
    keyServer.close();
  }

  @BeforeEach
  void openTenants() {
    storage = real.storage();
    api = real.calls();
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

    storage.siteKeys().revoke(tenant.id(), tenant.site().id(), tenant.key(), Actor.platform());

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
  void isReady() {
    assertThat(api.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(api.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(api.get("/openapi.json").statusCode()).isEqualTo(200);
  }

  private static String token(TestTenant of) {
    return issuer.tokenFor(of.member());
  }
}
