package io.feedbackplatform.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a gateway and an adapter in front of the API could spoil: claims that only they may make,
 * paths that are meant for them, and everything that is encoded twice or taken apart on the way.
 */
class BehindAGatewayIT {

  private static KeyServer keyServer;
  private static TestIssuer issuer;
  private static RealApi real;

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
    api = real.calls();
    tenant = TestTenant.in(real.storage());
    other = TestTenant.in(real.storage());
  }

  /** From a server, whose stream goes on, or through a gateway, which collects it to its end. */
  @Test
  void tellsLiveFigures() throws Exception {
    var client = HttpClient.newHttpClient();
    try {
      var request =
          api.to("/analytics/live")
              .header("Authorization", "Bearer " + issuer.tokenFor(tenant.member()));
      var answer = client.send(request.build(), BodyHandlers.ofLines());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      assertThat(answer.body().limit(5).collect(Collectors.joining("\n")))
          .matches("retry: 2000\n\nid: \\d+-0-0\nevent: figures\ndata: \\{.+}");
    } finally {
      client.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /events",
    "GET, /events",
    "POST, /snapstart/before-checkpoint",
    "POST, /snapstart/after-restore",
    "GET, /snapstart/after-restore",
  })
  void hidesWhatIsMeantForTheAdapter(String method, String path) {
    for (var claims : List.of(new String[0], new String[] {"x-amzn-lambda-context", "{}"})) {
      var answer =
          api.send(
              api.to(path, claims)
                  .header("Content-Type", "application/json")
                  .method(method, BodyPublishers.ofString("{\"Records\":[]}")));

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(JsonPath.<String>read(answer.body(), "$.code")).isEqualTo("not_found");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x-amz-tenant-id", "x-amzn-request-context", "x-amzn-lambda-context", "forwarded"})
  void believesNoClaimThatOnlyAProxyMayMake(String header) {
    api.submit(tenant.key().value(), "{\"message\": \"mine\"}");
    var foreign = other.id().value();
    var claims =
        List.of(
            foreign,
            "{\"tenant_id\":\"%s\",\"authorizer\":{\"tenantId\":\"%s\"}}"
                .formatted(foreign, foreign));

    for (var claim : claims) {
      var own = api.get("/feedback", token(tenant), header, claim);
      assertThat(own.statusCode()).isEqualTo(200);
      assertThat(messages(own)).containsExactly("mine");
      assertThat(api.submit(other.key().value(), "{\"rating\": 1}", header, claim).statusCode())
          .isEqualTo(201);
      assertThat(api.get("/feedback", "", header, claim).statusCode()).isEqualTo(401);
    }

    // A header that does name a tenant shows that headers of the caller arrive.
    assertThat(api.get("/feedback", token(tenant), "X-Tenant-Id", foreign).statusCode())
        .isEqualTo(403);
  }

  @Test
  void answersABrowserBeforeItsCallAndWithIt() {
    var allowed = preflight(tenant.origin());
    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(allowed.body()).isEmpty();
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(tenant.origin());
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers"))
        .hasValueSatisfying(headers -> assertThat(headers).contains("x-site-key"));
    assertThat(vary(allowed)).contains("origin");

    var refused = preflight("https://elsewhere.example");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void saysOfEveryHeaderThatTheAnswerDependsOnIt() {
    var answer = api.get("/feedback", token(tenant));

    assertThat(vary(answer)).contains("origin", "authorization", "x-tenant-id");
  }

  @Test
  void sendsNothingAgainThatTheCallerHas() {
    api.submit(tenant.key().value(), "{\"rating\": 3}");
    var first = api.get("/feedback", token(tenant));
    var tag = first.headers().firstValue("ETag").orElseThrow();

    var same = api.get("/feedback", token(tenant), "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.headers().firstValue("ETag")).contains(tag);

    api.submit(tenant.key().value(), "{\"rating\": 4}");
    assertThat(api.get("/feedback", token(tenant), "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void readsParametersHoweverTheyAreEncoded() {
    IntStream.rangeClosed(1, 3)
        .forEach(n -> api.submit(tenant.key().value(), "{\"message\": \"" + n + "\"}"));
    var first = api.get("/feedback?limit=%32", token(tenant));
    assertThat(messages(first)).containsExactly("3", "2");
    String lastKey = JsonPath.read(first.body(), "$.lastKey");

    var plain = api.get("/feedback?limit=2&lastKey=" + lastKey, token(tenant));
    var encoded = api.get("/feedback?limit=2&lastKey=" + encodeAll(lastKey), token(tenant));
    assertThat(messages(plain)).containsExactly("1");
    assertThat(encoded.body()).isEqualTo(plain.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lastKey=",
        "lastKey=a+b",
        "lastKey=a%2Bb",
        "lastKey=%25",
        "lastKey=%00",
        "lastKey=%26limit%3D1",
        "lastKey=%F0%9F%98%80",
        "limit=1&limit=2",
        "limit=+1",
        "limit=%2B1",
        "unknown=1",
        "lim%69t%20=1"
      })
  void refusesParametersThatItDoesNotUnderstand(String query) {
    var answer = api.get("/feedback?" + query, token(tenant));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JsonPath.<Integer>read(answer.body(), "$.status")).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feedback/%2F",
        "/feedback/%2e%2e%2fnothing",
        "/feedback/..%5Cnothing",
        "/feedback/%25",
        "/feedback/a%3Fb",
        "/feedback/a%23b",
        "/feedback/%E2%82%AC",
        "/feedback/a;b=c",
        "/feedback//",
        "/prod/nothing",
        "/production"
      })
  void findsNothingBehindAnOddPath(String path) {
    var answer = api.get(path, token(tenant));

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(JsonPath.<Integer>read(answer.body(), "$.status")).isEqualTo(answer.statusCode());
  }

  @Test
  void keepsEveryCharacter() {
    var message =
        "Ünï – 日本語 – עברית – 👩‍👩‍👧‍👦 – \\\"quoted\\\" – \\\\ – a+b%20c&d=e;f – \\u0009.";
    var sent = api.submit(tenant.key().value(), "{\"message\": \"" + message + "\"}");
    assertThat(sent.statusCode()).isEqualTo(201);

    assertThat(messages(api.get("/feedback", token(tenant))))
        .containsExactly("Ünï – 日本語 – עברית – 👩‍👩‍👧‍👦 – \"quoted\" – \\ – a+b%20c&d=e;f – \t.");
  }

  @Test
  void takesBodiesUpToItsLimitAndNoneBeyond() {
    assertThat(submitOfLength(65_536).statusCode()).isEqualTo(201);
    assertThat(submitOfLength(65_537).statusCode()).isEqualTo(413);
    assertThat(submitOfLength(1_000_000).statusCode()).isEqualTo(413);
    assertThat(submitOfLength(0).statusCode()).isEqualTo(400);
  }

  @Test
  void neitherSendsNorTakesWhatIsCompressed() throws IOException {
    api.submit(tenant.key().value(), "{\"message\": \"plain\"}");
    var answer = api.get("/feedback", token(tenant), "Accept-Encoding", "gzip, br, deflate");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(messages(answer)).containsExactly("plain");

    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write("{\"rating\": 5}".getBytes(StandardCharsets.UTF_8));
    }
    var refused =
        api.send(
            api.to("/feedback", "X-Site-Key", tenant.key().value())
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));
    assertThat(refused.statusCode()).isEqualTo(415);
  }

  @Test
  void namesEachRequestByItself() {
    var names =
        IntStream.range(0, 5)
            .mapToObj(n -> api.send(api.to("/health", "X-Request-Id", "mine")))
            .map(answer -> answer.headers().firstValue("X-Request-Id").orElseThrow())
            .map(UUID::fromString)
            .collect(Collectors.toSet());

    assertThat(names).hasSize(5);
  }

  @Test
  void answersHeadWithoutABody() {
    var answer = api.send(api.to("/health").method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  private HttpResponse<String> preflight(String origin) {
    return api.send(
        api.to("/feedback", "Origin", origin, "Access-Control-Request-Method", "POST")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private HttpResponse<String> submitOfLength(int length) {
    var json = "{\"rating\": 5}";
    var body = length == 0 ? "" : json + " ".repeat(length - json.length());
    return api.submit(tenant.key().value(), body);
  }

  private static List<String> messages(HttpResponse<String> list) {
    return JsonPath.read(list.body(), "$.items[*].message");
  }

  private static List<String> vary(HttpResponse<?> answer) {
    return answer.headers().allValues("Vary").stream()
        .flatMap(line -> List.of(line.toLowerCase(java.util.Locale.ROOT).split(", *")).stream())
        .toList();
  }

  private static String encodeAll(String text) {
    return text.chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining());
  }

  private static String token(TestTenant of) {
    return issuer.tokenFor(of.member());
  }
}
