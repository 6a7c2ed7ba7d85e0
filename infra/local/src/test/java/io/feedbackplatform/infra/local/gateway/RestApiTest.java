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

class RestApiTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final RestApi api =
      new RestApi(Clock.fixed(Instant.parse("2026-11-22T17:30:00Z"), ZoneOffset.UTC));

  @Test
  void makesTheEventThatAwsDocuments() {
    var event =
        event(
            Requests.get("/prod/feedback")
                .body("application/json", "{\"message\":\"Grüße 😀\"}")
                .with("X-Site-Key", "key")
                .query("limit=2"));

    assertThat(event.path("version").asString()).isEqualTo("1.0");
    assertThat(event.path("resource").asString()).isEqualTo("/{proxy+}");
    assertThat(event.path("path").asString()).isEqualTo("/feedback");
    assertThat(event.path("httpMethod").asString()).isEqualTo("POST");
    assertThat(event.path("pathParameters").path("proxy").asString()).isEqualTo("feedback");
    assertThat(event.path("headers").path("X-Site-Key").asString()).isEqualTo("key");
    assertThat(event.path("headers").path("Host").asString()).isEqualTo("api.example:8080");
    assertThat(event.path("headers").path("X-Forwarded-For").asString()).isEqualTo("192.0.2.7");
    assertThat(event.path("queryStringParameters").path("limit").asString()).isEqualTo("2");
    assertThat(event.path("body").asString()).isEqualTo("{\"message\":\"Grüße 😀\"}");
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
    var context = event.path("requestContext");
    assertThat(context.path("stage").asString()).isEqualTo("prod");
    assertThat(context.path("path").asString()).isEqualTo("/prod/feedback");
    assertThat(context.path("domainName").asString()).isEqualTo("api.example");
    assertThat(context.path("identity").path("sourceIp").asString()).isEqualTo("192.0.2.7");
    assertThat(context.path("requestTime").asString()).isEqualTo("22/Nov/2026:17:30:00 +0000");
  }

  @ParameterizedTest
  @CsvSource({
    "/prod/feedback/%2F, /feedback/%2F",
    "/prod/a%20b, /a%20b",
    "/prod/a+b, /a+b",
    "/prod/%E2%82%AC, /%E2%82%AC",
    "/prod//x, //x",
    "/prod/prod/x, /prod/x",
    "/prod/..%2Fx, /..%2Fx",
    "/prod/a%3Fb, /a%3Fb",
  })
  void leavesThePathEncodedAndTakesTheStageAwayOnce(String path, String seen) {
    assertThat(event(Requests.get(path)).path("path").asString()).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({"/prod/x, true", "/prod, false", "/prod/, false", "/production/x, false", "/, false"})
  void knowsEveryPathBehindTheRootOfItsStage(String path, boolean known) {
    assertThat(api.knows(Requests.get(path).request())).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1&a=2 | a | 1,2",
        "a=x%26b%3Dy | a | x&b=y",
        "a=b+c | a | b c",
        "a=b%2Bc | a | b+c",
        "a= | a | ''",
        "a | a | ''",
        "a=100%25 | a | 100%25",
        "a=%E2%82%AC | a | €",
        "a=1;b=2 | b | 2",
        "%61=1 | a | 1",
        "a=b=c | a | b=c",
        "&&a=1& | a | 1",
      })
  void decodesParametersAsRestApisDo(String query, String name, String values) {
    var event = event(Requests.get("/prod/x").query(query));

    assertThat(texts(event.path("multiValueQueryStringParameters").path(name)))
        .isEqualTo(List.of(values.split(",", -1)));
    assertThat(event.path("queryStringParameters").path(name).asString())
        .isEqualTo(List.of(values.split(",", -1)).getLast());
  }

  @Test
  void leavesOutParametersAndBodyWhenThereAreNone() {
    var event = event(Requests.get("/prod/x"));

    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(event.has("multiValueQueryStringParameters")).isFalse();
    assertThat(event.has("body")).isFalse();
  }

  @Test
  void keepsEveryHeaderOfANameAndTheLastAlone() {
    var event = event(Requests.get("/prod/x").with("X-A", "1").with("x-a", "2"));

    assertThat(texts(event.path("multiValueHeaders").path("X-A"))).containsExactly("1", "2");
    assertThat(event.path("headers").path("X-A").asString()).isEqualTo("2");
  }

  @Test
  void dropsWhatConcernsOneConnectionAndDoesNotBelieveWhoTheClientIs() {
    var event =
        event(
            Requests.get("/prod/x")
                .with("Connection", "X-B")
                .with("Transfer-Encoding", "chunked")
                .with("Upgrade", "h2c")
                .with("Host", "elsewhere.example")
                .with("X-Forwarded-For", "203.0.113.1")
                .with("X-Forwarded-Proto", "http"));

    var headers = event.path("headers");
    assertThat(headers.propertyNames())
        .doesNotContain("Connection", "Transfer-Encoding", "Upgrade");
    assertThat(headers.path("Host").asString()).isEqualTo("api.example:8080");
    assertThat(headers.path("X-Forwarded-For").asString()).isEqualTo("203.0.113.1, 192.0.2.7");
    assertThat(headers.path("X-Forwarded-Proto").asString()).isEqualTo("https");
    assertThat(event.path("requestContext").path("identity").path("sourceIp").asString())
        .isEqualTo("192.0.2.7");
  }

  @Test
  void sendsEveryBodyAsText() {
    var event =
        event(
            Requests.get("/prod/x").body("application/octet-stream", new byte[] {'a', (byte) 255}));

    assertThat(event.path("body").asString()).isEqualTo("a\uFFFD");
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
  }

  @Test
  void answersWhatTheFunctionAnswered() throws Exception {
    var response =
        response(
            """
            {"statusCode": 201, "headers": {"X-A": "single", "X-B": "overruled"},
             "multiValueHeaders": {"x-b": ["1"], "X-B": ["2", "3"], "Date": ["then"],
               "WWW-Authenticate": ["Bearer"], "Connection": ["close"], "Content-Length": ["7"]},
             "body": "{\\"a\\":\\"ü\\"}", "isBase64Encoded": false}
            """);

    assertThat(response.status()).isEqualTo(201);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"ü\"}");
    assertThat(response.headers())
        .containsExactlyInAnyOrder(
            new Header("X-A", "single"),
            new Header("x-b", "1"),
            new Header("X-B", "2"),
            new Header("X-B", "3"),
            new Header("x-amzn-Remapped-Date", "then"),
            new Header("x-amzn-Remapped-WWW-Authenticate", "Bearer"),
            new Header("Content-Type", "application/json"));
  }

  @Test
  void leavesABodyInBase64AsItHasNoBinaryMediaTypes() throws Exception {
    var response = response("{\"statusCode\":200,\"body\":\"aGk=\",\"isBase64Encoded\":true}");

    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("aGk=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{}",
        "{\"statusCode\":\"two hundred\"}",
        "{\"statusCode\":99}",
        "{\"statusCode\":101}",
        "{\"statusCode\":600}",
        "{\"statusCode\":200,\"body\":{}}",
        "{\"statusCode\":200,\"headers\":{\"X\":null}}",
        "{\"statusCode\":200,\"headers\":{\"X\":[\"1\"]}}",
        "{\"statusCode\":200,\"headers\":{\"X\":\"a\\r\\nSet-Cookie: b\"}}",
        "{\"statusCode\":200,\"headers\":{\"X: y\":\"a\"}}",
        "{\"statusCode\":200,\"headers\":{\"\":\"a\"}}",
        "{\"statusCode\":200,\"multiValueHeaders\":{\"X\":[\"a\\u0000\"]}}",
        "{\"code\":\"not_found\",\"status\":404}",
      })
  void understandsNothingElse(String answer) {
    assertThatThrownBy(() -> response(answer)).isInstanceOf(MalformedAnswerException.class);
  }

  @Test
  void speaksOfFailuresAsRestApisDo() {
    assertThat(api.failed().status()).isEqualTo(502);
    assertThat(api.late().status()).isEqualTo(504);
    assertThat(api.unknown().status()).isEqualTo(403);
    assertThat(api.tooLong().status()).isEqualTo(413);
    assertThat(new String(api.unknown().body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"message\":\"Missing Authentication Token\"}");
  }

  private JsonNode event(Requests request) {
    return JSON.readTree(api.event(request.request()));
  }

  private GatewayResponse response(String answer) throws MalformedAnswerException {
    return api.response(answer.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(JsonNode array) {
    return array.values().stream().map(JsonNode::asString).toList();
  }
}
