package io.feedbackplatform.infra.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpApiTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpApi api =
      new HttpApi(Clock.fixed(Instant.parse("2026-11-22T17:30:00Z"), ZoneOffset.UTC));

  @Test
  void makesTheEventThatAwsDocuments() {
    var event =
        event(
            Requests.get("/prod/feedback")
                .body("application/json; charset=utf-8", "{\"message\":\"Grüße 😀\"}")
                .with("X-Site-Key", "key")
                .with("Cookie", "a=1; b=2")
                .with("Cookie", "c=3")
                .query("limit=2&limit=3"));

    assertThat(event.path("version").asString()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asString()).isEqualTo("$default");
    assertThat(event.path("rawPath").asString()).isEqualTo("/prod/feedback");
    assertThat(event.path("rawQueryString").asString()).isEqualTo("limit=2&limit=3");
    assertThat(event.path("queryStringParameters").path("limit").asString()).isEqualTo("2,3");
    assertThat(event.path("headers").path("x-site-key").asString()).isEqualTo("key");
    assertThat(event.path("headers").path("host").asString()).isEqualTo("api.example:8080");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("cookies").values().stream().map(JsonNode::asString))
        .containsExactly("a=1", "b=2", "c=3");
    assertThat(event.path("body").asString()).isEqualTo("{\"message\":\"Grüße 😀\"}");
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
    var context = event.path("requestContext");
    assertThat(context.path("stage").asString()).isEqualTo("prod");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(1795368600000L);
    assertThat(context.path("http").path("method").asString()).isEqualTo("POST");
    assertThat(context.path("http").path("sourceIp").asString()).isEqualTo("192.0.2.7");
    // The adapter tells the kinds apart by this.
    assertThat(event.has("httpMethod")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/prod/feedback/%2F, /prod/feedback//",
    "/prod/a%20b, /prod/a b",
    "/prod/a+b, /prod/a+b",
    "/prod/%E2%82%AC, /prod/€",
    "/prod/a%3Fb, /prod/a",
    "/prod/%25, /prod/%",
    "/prod, /prod",
  })
  void decodesThePathAndCutsItAtAQuestionMark(String path, String seen) {
    var event = event(Requests.get(path));

    assertThat(event.path("rawPath").asString()).isEqualTo(seen);
    assertThat(event.path("requestContext").path("http").path("path").asString()).isEqualTo(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%26&b=%2B+", "a=1;b=2", "a", "a=", "=", "&", "lastKey=%E2%82%AC"})
  void leavesTheQueryAsItCame(String query) {
    assertThat(event(Requests.get("/prod/x").query(query)).path("rawQueryString").asString())
        .isEqualTo(query);
  }

  @Test
  void joinsHeadersOfOneName() {
    var event = event(Requests.get("/prod/x").with("X-A", "1").with("x-a", "2"));

    assertThat(event.path("headers").path("x-a").asString()).isEqualTo("1,2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/octet-stream", "image/png", "multipart/form-data; boundary=x", ""})
  void sendsWhatIsNoTextInBase64(String type) {
    var event = event(Requests.get("/prod/x").body(type, "hi"));

    assertThat(event.path("body").asString()).isEqualTo("aGk=");
    assertThat(event.path("isBase64Encoded").asBoolean(false)).isTrue();
  }

  @Test
  void sendsWhatOnlyClaimsToBeTextInBase64() {
    var malformed = Requests.get("/prod/x").body("text/plain", new byte[] {(byte) 255});
    var compressed =
        Requests.get("/prod/x").body("text/plain", "x").with("Content-Encoding", "gzip");

    assertThat(event(malformed).path("body").asString()).isEqualTo("/w==");
    assertThat(event(compressed).path("isBase64Encoded").asBoolean(false)).isTrue();
  }

  @Test
  void leavesOutWhatThereIsNot() {
    var event = event(Requests.get("/prod/x"));

    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(event.has("cookies")).isFalse();
    assertThat(event.has("body")).isFalse();
  }

  @Test
  void answersWhatTheFunctionAnswered() throws Exception {
    var response =
        response(
            """
            {"statusCode": 200, "headers": {"X-A": "1,2", "Content-Length": "9", "Date": "then"},
             "multiValueHeaders": {}, "cookies": ["a=1; Secure", "b=2"],
             "body": "aMO8", "isBase64Encoded": true}
            """);

    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("hü");
    assertThat(response.headers())
        .containsExactlyInAnyOrder(
            new Header("X-A", "1,2"),
            new Header("Set-Cookie", "a=1; Secure"),
            new Header("Set-Cookie", "b=2"),
            new Header("Content-Type", "text/plain; charset=utf-8"));
  }

  @Test
  void takesJsonWithoutAStatusForTheBodyOfASuccess() throws Exception {
    var response = response("{\"code\":\"not_found\",\"status\":404}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsExactly(new Header("Content-Type", "application/json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"statusCode\":0}",
        "{\"statusCode\":null}",
        "{\"statusCode\":200,\"body\":7}",
        "{\"statusCode\":200,\"body\":\"no base 64!\",\"isBase64Encoded\":true}",
        "{\"statusCode\":200,\"headers\":{\"X\":\"a\\nb\"}}",
        "{\"statusCode\":200,\"cookies\":[\"a\\r\\nX: b\"]}",
      })
  void understandsNothingElse(String answer) {
    assertThatThrownBy(() -> response(answer)).isInstanceOf(MalformedAnswerException.class);
  }

  @Test
  void speaksOfFailuresAsHttpApisDo() {
    assertThat(List.of(api.failed(), api.late(), api.unknown(), api.tooLong()))
        .extracting(GatewayResponse::status)
        .containsExactly(500, 503, 404, 413);
  }

  private JsonNode event(Requests request) {
    return JSON.readTree(api.event(request.request()));
  }

  private GatewayResponse response(String answer) throws MalformedAnswerException {
    return api.response(answer.getBytes(StandardCharsets.UTF_8));
  }
}
