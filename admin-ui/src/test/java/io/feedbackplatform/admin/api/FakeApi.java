package io.feedbackplatform.admin.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API as a server that says what a test wants it to say. */
public final class FakeApi {

  private final WireMockServer server;

  private FakeApi(WireMockServer server) {
    this.server = server;
  }

  /** A running one; it ends with the JVM. */
  public static FakeApi started() {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    return new FakeApi(server);
  }

  /** Its base URL. */
  public String url() {
    return server.baseUrl() + "/prod";
  }

  /** Forgets everything. */
  public void reset() {
    server.resetAll();
  }

  /** The user is a member of these tenants, named by their ids. */
  public FakeApi withTenants(String... tenants) {
    String list =
        Stream.of(tenants)
            .map(id ->
                "{\"tenantId\":\"%s\",\"name\":\"Tenant %s\",\"role\":\"agent\"}".formatted(id, id))
            .collect(Collectors.joining(","));
    server.stubFor(
        get(urlPathEqualTo("/prod/me"))
            .willReturn(
                okJson(
                    "{\"userId\":\"u1\",\"username\":\"mara\",\"tenants\":[%s]}".formatted(list))));
    return this;
  }

  /** The user is a member of one tenant, in this role. */
  public FakeApi withRole(String role) {
    return answer(
        "GET",
        "/me",
        200,
        """
        {"userId":"u1","username":"mara","tenants":[{"tenantId":"t1","name":"Tenant t1","role":"%s"}]}\
        """
            .formatted(role));
  }

  /** The user is a member of one tenant, which can be read only. */
  public FakeApi withState(String state, String more) {
    return answer(
        "GET",
        "/me",
        200,
        """
        {"userId":"u1","username":"mara","tenants":[
          {"tenantId":"t1","name":"Tenant t1","role":"owner","state":"%s"%s}]}\
        """
            .formatted(state, more));
  }

  /** What the API says to a request. */
  public FakeApi answer(String method, String path, int status, String body) {
    server.stubFor(
        request(method, urlPathEqualTo("/prod" + path))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader(
                        "Content-Type",
                        status < 400 ? "application/json" : "application/problem+json")
                    .withBody(body)));
    return this;
  }

  /** What a list holds behind a cursor. */
  public FakeApi answerFrom(String cursor, String path, String body) {
    server.stubFor(
        get(urlPathEqualTo("/prod" + path))
            .atPriority(1)
            .withQueryParam("lastKey", equalTo(cursor))
            .willReturn(okJson(body)));
    return this;
  }

  /** What the API says when it is asked for a value of a parameter. */
  public FakeApi answerWhen(String parameter, String value, String path, String body) {
    return answerWhen(parameter, value, path, 200, body);
  }

  /** The same with a status. */
  public FakeApi answerWhen(String parameter, String value, String path, int status, String body) {
    server.stubFor(
        get(urlPathEqualTo("/prod" + path))
            .atPriority(1)
            .withQueryParam(parameter, equalTo(value))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader(
                        "Content-Type",
                        status < 400 ? "application/json" : "application/problem+json")
                    .withBody(body)));
    return this;
  }

  /** What was asked of a path, in the order of time. */
  public List<String> queries(String path) {
    return server.findAll(getRequestedFor(urlPathEqualTo("/prod" + path))).stream()
        .map(request -> request.getUrl().replaceFirst("^[^?]*\\??", ""))
        .toList();
  }

  /** What was sent with the requests of a kind, in the order of time. */
  public List<String> sent(String method, String path) {
    return server.findAll(requestedFor(method, urlPathEqualTo("/prod" + path))).stream()
        .map(request -> request.getBodyAsString())
        .toList();
  }

  /** The inbox holds these, newest first, and no more. */
  public FakeApi withInbox(String... items) {
    return page(null, null, List.of(items));
  }

  /** This is kept as spam, newest first, and no more. */
  public FakeApi withSpam(String... items) {
    server.stubFor(
        get(urlPathEqualTo("/prod/feedback"))
            .withQueryParam("status", equalTo("spam"))
            .willReturn(okJson("{\"items\":[%s]}".formatted(String.join(",", items)))));
    return this;
  }

  /** A page of the inbox: the one behind a cursor, with the cursor of the next. */
  public FakeApi page(String from, String next, List<String> items) {
    String lastKey = next == null ? "" : ",\"lastKey\":\"%s\"".formatted(next);
    String body = "{\"items\":[%s]%s}".formatted(String.join(",", items), lastKey);
    String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
    server.stubFor(
        get(urlPathEqualTo("/prod/feedback"))
            .withQueryParam("status", absent())
            .withQueryParam("lastKey", from == null ? absent() : equalTo(from))
            .willReturn(okJson(body).withHeader("ETag", etag)));
    server.stubFor(
        get(urlPathEqualTo("/prod/feedback"))
            .withQueryParam("status", absent())
            .withQueryParam("lastKey", from == null ? absent() : equalTo(from))
            .withHeader("If-None-Match", equalTo(etag))
            .willReturn(aResponse().withStatus(304)));
    return this;
  }

  /** A piece of feedback in JSON. */
  public static String feedback(String id, String message) {
    return """
    {"feedbackId":"%s","siteId":"s1","siteName":"Shop","rating":4,"message":"%s","name":"Ada",
     "page":"https://shop.example.com/p","metadata":{"plan":"pro"},"sentiment":"positive",
     "status":"new","createdAt":"2026-11-01T10:00:00Z"}\
    """
        .formatted(id, message);
  }

  /** One piece can be asked for by its id. */
  public FakeApi withItem(String id, String item) {
    server.stubFor(get(urlPathEqualTo("/prod/feedback/" + id)).willReturn(okJson(item)));
    return this;
  }

  /** The figures are these many, all of them positive fives. */
  public FakeApi withFigures(long total) {
    return withFigures(total, "2026-11-01T00:00:00Z", "UTC");
  }

  /** The same in a period that begins there, by the clocks of a time zone. */
  public FakeApi withFigures(long total, String start, String zone) {
    String scores =
        total == 0
            ? "{}"
            : """
            {"rating":{"value":5,"low":4.25,"high":5,"n":%1$d},
             "nps":{"value":42,"low":-3.2,"high":60.5,"n":20},
             "positive":{"value":100,"low":61,"high":100,"n":%1$d},
             "negative":{"value":0,"low":0,"high":39,"n":%1$d},
             "responseRate":{"value":10.1,"low":6.2,"high":16.1,"n":148}}\
            """
                .formatted(total);
    String distribution =
        total == 0
            ? "{}"
            : """
            {"rating":[{"value":"4","count":0,"percentage":0},{"value":"5","count":%1$d,"percentage":100}],
             "sentiment":[{"value":"positive","count":%1$d,"percentage":100},
               {"value":"negative","count":0,"percentage":0}]}\
            """
                .formatted(total);
    String sentiment = "{\"positive\":%d,\"neutral\":0,\"negative\":0}".formatted(total);
    String average = total == 0 ? "null" : "5.0";
    String filter = "{\"from\":\"%s\",\"to\":\"2026-12-01T00:00:00Z\"}".formatted(start);
    String body =
        """
        {"totalFeedback":%1$d,"lastUpdated":null,"timeZone":"%2$s",
         "series":[{"start":"%3$s","totalFeedback":%1$d,"averageRating":%4$s,"sentiment":%5$s,"filter":%8$s}],
         "range":{"from":"%3$s","to":"2026-12-01T00:00:00Z","totalFeedback":%1$d,"scores":%6$s,
           "distribution":%7$s,"filter":%8$s},
         "comparison":{"from":"2026-10-02T00:00:00Z","to":"%3$s","totalFeedback":10,
           "changes":{"totalFeedback":{"value":-3,"percentage":-30.0},
             "rating":{"value":0.31,"low":0.1,"high":0.5,"significant":true},
             "nps":{"value":-4.2,"low":-20,"high":12,"significant":false},
             "negative":{"value":12,"low":3,"high":20,"significant":true}}}}\
        """
            .formatted(total, zone, start, average, sentiment, scores, distribution, filter);
    server.stubFor(get(urlPathEqualTo("/prod/analytics")).willReturn(okJson(body)));
    return this;
  }

  /** Everything fails from now on. */
  public FakeApi down() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    return this;
  }

  /** The sign-in is not accepted any more. */
  public FakeApi rejectsTokens() {
    server.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(401)));
    return this;
  }

  /** How often the inbox was asked for in the name of a tenant. */
  public int inboxReadsFor(String tenant) {
    return server
        .findAll(
            getRequestedFor(urlPathEqualTo("/prod/feedback"))
                .withHeader("X-Tenant-Id", equalTo(tenant)))
        .size();
  }

  /** How often a stretch of the inbox was asked for. */
  public int readsFrom(String cursor) {
    return server
        .findAll(
            getRequestedFor(urlPathEqualTo("/prod/feedback"))
                .withQueryParam("lastKey", equalTo(cursor)))
        .size();
  }

  /** How often figures of a granularity were asked for. */
  public int figureReads(String granularity) {
    return server
        .findAll(
            getRequestedFor(urlPathEqualTo("/prod/analytics"))
                .withQueryParam("granularity", equalTo(granularity)))
        .size();
  }

  /** For which tenants a kind of request was sent, in the order of time. */
  public List<String> tenantsSent(String method, String path) {
    return server.findAll(requestedFor(method, urlPathEqualTo("/prod" + path))).stream()
        .map(request -> request.getHeader("X-Tenant-Id"))
        .toList();
  }

  /** Forgets what was sent so far, but not what to answer. */
  public void forgetRequests() {
    server.resetRequests();
  }
}
