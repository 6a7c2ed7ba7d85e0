package io.feedbackplatform.admin.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class ApiClientTest {
  @RegisterExtension
  final WireMockExtension api =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final Caller caller = new Caller(() -> "token-of-mara", "tenant-1");
  private ApiClient client;

  @BeforeEach
  void connect() {
    client = client(Duration.ofSeconds(5));
  }

  private ApiClient client(Duration totalTimeout) {
    return client("key-of-the-console", totalTimeout);
  }

  private ApiClient client(@Nullable String gatewayKey, Duration totalTimeout) {
    return new ApiClient(calls(gatewayKey, totalTimeout));
  }

  private ApiCalls calls(@Nullable String gatewayKey, Duration totalTimeout) {
    return new ApiCalls(
        URI.create(api.baseUrl() + "/prod"),
        gatewayKey,
        new ApiBodies(new JsonMapper()),
        totalTimeout);
  }

  private FiguresClient figures() {
    return new FiguresClient(calls(null, Duration.ofSeconds(5)));
  }

  private static FiguresClient.Question all(Granularity granularity) {
    return new FiguresClient.Question(granularity, null, null);
  }

  private void exports(int from, String lines) {
    api.stubFor(get(urlEqualTo("/prod/audit/export?from=" + from)).willReturn(okJson(lines)));
  }

  @Test
  void putsTheAuditTogetherFromThePiecesThatTheApiHasRoomFor() {
    var client = new AuditClient(calls(null, Duration.ofSeconds(5)));
    var end = "{\"count\":%d%s,\"head\":{\"sequence\":3,\"hash\":\"c\"}}\n";
    exports(1, "{\"sequence\":1}\n{\"sequence\":2}\n" + end.formatted(2, ",\"next\":3"));
    exports(3, "{\"sequence\":3}\n" + end.formatted(1, ""));

    assertThat(new String(client.export(caller), UTF_8))
        .isEqualTo("{\"sequence\":1}\n{\"sequence\":2}\n{\"sequence\":3}\n" + end.formatted(3, ""));

    exports(3, "{\"sequence\":3}\n");
    assertThatThrownBy(() -> client.export(caller)).isInstanceOf(ApiException.Unavailable.class);
  }

  @Test
  void readsAPageOfTheInbox() {
    api.stubFor(
        get(urlEqualTo("/prod/feedback?limit=50"))
            .willReturn(
                okJson(
                        """
                        {"items":[{"feedbackId":"f1","siteId":"s","siteName":"Shop","rating":4,
                          "message":"Good","metadata":{"plan":"pro","cart":12.5,"in":true},
                          "sentiment":"positive","status":"new",
                          "createdAt":"2026-11-01T10:00:00.123Z","laterField":1}],
                         "lastKey":"next"}\
                        """)
                    .withHeader("ETag", "\"v1\"")));

    Answer<FeedbackPage> answer = client.feedback(caller, FeedbackFilter.NONE, 50, null, null);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Fresh.class, fresh -> assertThat(fresh.etag()).isEqualTo("\"v1\""));
    FeedbackPage page = ((Answer.Fresh<FeedbackPage>) answer).body();
    assertThat(page.lastKey()).isEqualTo("next");
    Feedback item = page.items().getFirst();
    assertThat(item.rating()).isEqualTo(4);
    assertThat(item.name()).isNull();
    assertThat(item.sentiment()).isEqualTo(Sentiment.POSITIVE);
    assertThat(item.metadata()).containsEntry("cart", 12.5).containsEntry("in", true);
  }

  @Test
  void changesTagsAsTheyAreNowAndAgainWhereSomebodyElseWasFaster() {
    tagged("v1", "a", STARTED, "once");
    tagged("v2", "a\",\"b", "once", "twice");
    api.stubFor(patch(urlEqualTo("/prod/feedback/f1")).willReturn(outdated()));
    api.stubFor(
        patch(urlEqualTo("/prod/feedback/f1"))
            .withHeader("If-Match", equalTo("\"v2\""))
            .withRequestBody(equalToJson("{\"tags\":[\"b\",\"c\"]}"))
            .willReturn(okJson(item("b\",\"c"))));

    var changed = client.tag(caller, "f1", TagChange.between(List.of("a"), List.of("c")));

    assertThat(changed.tags()).containsExactly("b", "c");
    api.verify(2, patchRequestedFor(urlEqualTo("/prod/feedback/f1")));
  }

  @Test
  void givesUpTaggingWhatOthersKeepChanging() {
    api.stubFor(
        get(urlEqualTo("/prod/feedback/f1"))
            .willReturn(okJson(item("a")).withHeader("ETag", "\"v1\"")));
    api.stubFor(patch(urlEqualTo("/prod/feedback/f1")).willReturn(outdated()));

    assertThatThrownBy(() -> client.tag(caller, "f1", TagChange.between(List.of(), List.of("c"))))
        .isInstanceOfSatisfying(
            ApiException.Problem.class, why -> assertThat(why.code()).isEqualTo("outdated"));

    api.verify(3, patchRequestedFor(urlEqualTo("/prod/feedback/f1")));
  }

  private void tagged(String version, String tags, String in, String next) {
    api.stubFor(
        get(urlEqualTo("/prod/feedback/f1"))
            .inScenario("tags")
            .whenScenarioStateIs(in)
            .willSetStateTo(next)
            .willReturn(okJson(item(tags)).withHeader("ETag", '"' + version + '"')));
  }

  private static ResponseDefinitionBuilder outdated() {
    return aResponse()
        .withStatus(412)
        .withHeader("Content-Type", "application/problem+json")
        .withBody("{\"status\":412,\"code\":\"outdated\",\"detail\":\"It has changed.\"}");
  }

  private static String item(String tags) {
    return "{\"feedbackId\":\"f1\",\"createdAt\":\"2026-11-01T10:00:00Z\",\"tags\":[\"%s\"]}"
        .formatted(tags);
  }

  @Test
  void sendsTheAccessTokenAndTheChosenTenant() {
    api.stubFor(get(urlEqualTo("/prod/feedback?limit=10")).willReturn(okJson("{\"items\":[]}")));

    client.feedback(caller, FeedbackFilter.NONE, 10, null, null);

    api.verify(
        getRequestedFor(urlEqualTo("/prod/feedback?limit=10"))
            .withHeader("Authorization", equalTo("Bearer token-of-mara"))
            .withHeader("X-Tenant-Id", equalTo("tenant-1"))
            .withHeader("If-None-Match", absent()));
  }

  @Test
  void namesItselfToAGatewayThatAsksForIt() {
    api.stubFor(get(urlEqualTo("/prod/feedback?limit=10")).willReturn(okJson("{\"items\":[]}")));

    client.feedback(caller, FeedbackFilter.NONE, 10, null, null);
    client(null, Duration.ofSeconds(5)).feedback(caller, FeedbackFilter.NONE, 10, null, null);

    api.verify(
        1,
        getRequestedFor(urlEqualTo("/prod/feedback?limit=10"))
            .withHeader("x-api-key", equalTo("key-of-the-console")));
    api.verify(
        1,
        getRequestedFor(urlEqualTo("/prod/feedback?limit=10")).withHeader("x-api-key", absent()));
  }

  @Test
  void handsBackTheCursorLetterForLetter() {
    String lastKey = "a+b/c=&d e";
    String path = "/prod/feedback?limit=50&lastKey=a%2Bb%2Fc%3D%26d%20e";
    api.stubFor(get(urlEqualTo(path)).willReturn(okJson("{\"items\":[]}")));

    client.feedback(caller, FeedbackFilter.NONE, 50, lastKey, null);

    api.verify(getRequestedFor(urlEqualTo(path)));
  }

  @Test
  void learnsThatNothingHasChanged() {
    api.stubFor(
        get(urlEqualTo("/prod/analytics?granularity=day"))
            .withHeader("If-None-Match", equalTo("\"v1\""))
            .willReturn(aResponse().withStatus(304)));

    assertThat(figures().figures(caller, all(Granularity.DAY), "\"v1\""))
        .isEqualTo(new Answer.Unchanged<Figures>());
  }

  @Test
  void readsFiguresOfATenantWithoutFeedback() {
    api.stubFor(
        get(urlEqualTo("/prod/analytics?granularity=hour"))
            .willReturn(
                okJson(
                    """
                    {"totalFeedback":0,"averageRating":null,
                     "sentiment":{"positive":0,"neutral":0,"negative":0},
                     "ratings":{"1":0,"2":0,"3":0,"4":0,"5":0},"lastUpdated":null,
                     "series":[{"start":"2026-11-01T00:00:00Z","totalFeedback":0,
                       "averageRating":null,"sentiment":{"positive":0,"neutral":0,"negative":0},
                       "ratings":{}}]}\
                    """)));

    Figures figures =
        ((Answer.Fresh<Figures>) figures().figures(caller, all(Granularity.HOUR), null)).body();

    assertThat(figures.range()).isNull();
    assertThat(figures.lastUpdated()).isNull();
    assertThat(figures.series()).hasSize(1);
  }

  @Test
  void passesOnWhatAProblemSays() {
    api.stubFor(
        get(urlEqualTo("/prod/feedback/f9"))
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody(
                        """
                        {"status":404,"title":"Not found","code":"not_found",
                         "detail":"There is no such feedback.","requestId":"r-7"}\
                        """)));

    ApiException.Problem problem =
        catchThrowableOfType(ApiException.Problem.class, () -> client.feedback(caller, "f9"));

    assertThat(problem.explanation()).isEqualTo("There is no such feedback.");
    assertThat(problem.code()).isEqualTo("not_found");
    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.requestId()).isEqualTo("r-7");
  }

  @Test
  void asksForANewSignInWhenTheTokenIsNotAccepted() {
    api.stubFor(get(urlEqualTo("/prod/me")).willReturn(aResponse().withStatus(401)));

    assertThatThrownBy(() -> client.me(caller.tokens()))
        .isInstanceOf(ApiException.SignInRequired.class);
  }

  @Test
  void doesNotTakeAProxysErrorPageForAnAnswer() {
    api.stubFor(
        get(urlEqualTo("/prod/me"))
            .willReturn(
                aResponse()
                    .withStatus(502)
                    .withHeader("Content-Type", "text/html")
                    .withBody("<html>bad gateway</html>")));

    assertThatThrownBy(() -> client.me(caller.tokens()))
        .isInstanceOf(ApiException.Unavailable.class)
        .hasMessageNotContaining("<html>");
  }

  @Test
  void doesNotTakeOtherJsonForAnAnswer() {
    api.stubFor(get(urlEqualTo("/prod/me")).willReturn(okJson("{\"hello\":1}")));

    assertThatThrownBy(() -> client.me(caller.tokens()))
        .isInstanceOf(ApiException.Unavailable.class);
  }

  @Test
  void givesUpOnABodyThatDrips() {
    api.stubFor(
        get(urlEqualTo("/prod/me"))
            .willReturn(okJson("{\"userId\":\"u1\"}").withChunkedDribbleDelay(10, 60_000)));

    assertThatThrownBy(() -> client(Duration.ofMillis(300)).me(caller.tokens()))
        .isInstanceOf(ApiException.Unavailable.class)
        .hasMessageContaining("too long");
  }

  @Test
  void saysThatTheApiCannotBeReached() {
    api.stubFor(
        get(urlEqualTo("/prod/me"))
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertThatThrownBy(() -> client.me(caller.tokens()))
        .isInstanceOf(ApiException.Unavailable.class)
        .hasMessage("The feedback API cannot be reached.");
  }

  @Test
  void doesNotFollowARedirectWithTheToken() {
    api.stubFor(
        get(urlEqualTo("/prod/me"))
            .willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));

    assertThatThrownBy(() -> client.me(caller.tokens()))
        .isInstanceOf(ApiException.Unavailable.class);
    api.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
  }
}
