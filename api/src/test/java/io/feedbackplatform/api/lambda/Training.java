package io.feedbackplatform.api.lambda;

import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.Sentiment;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What visitors, teams and strangers ask of the API, over and over: the classes that it loads for
 * it are those that the cache will hold.
 */
final class Training {

  private static final Pattern ID = Pattern.compile("\"feedbackId\":\"([^\"]+)\"");
  private static final Pattern LAST_KEY = Pattern.compile("\"lastKey\":\"([^\"]+)\"");

  private final ApiProcess api;
  private final TestTenant tenant;
  private final String token;
  private int sent;

  Training(ApiProcess api, Surroundings surroundings) {
    this.api = api;
    this.tenant = surroundings.tenant();
    this.token = surroundings.tokenOf(tenant);
    var feedback = TestObjects.feedback(tenant.site().id(), 5, Sentiment.POSITIVE, Status.NEW);
    var created = new FeedbackChange.Created(tenant.id(), feedback);
    surroundings
        .storage()
        .counters()
        .count(tenant.id(), List.of(created.event(UUID.randomUUID().toString(), null)));
  }

  /** Sends at least so many requests, each of every kind equally often. */
  void send(int requests) throws InterruptedException {
    while (sent < requests) {
      visit();
      read();
      knockElsewhere();
      beRefused();
    }
  }

  private void visit() throws InterruptedException {
    expect(
        204,
        to("/feedback")
            .header("Origin", tenant.origin())
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,x-site-key,idempotency-key")
            .method("OPTIONS", BodyPublishers.noBody()));
    var config = expect(200, page("/widget/config").GET());
    expect(304, page("/widget/config").header("If-None-Match", etag(config)).GET());
    expect(204, page("/feedback/opened").POST(BodyPublishers.noBody()));
    var key = UUID.randomUUID().toString();
    expect(201, submission(FULL).header("Idempotency-Key", key));
    expect(201, submission(FULL).header("Idempotency-Key", key));
    expect(422, submission("{\"rating\": 1}").header("Idempotency-Key", key));
    expect(201, submission("{\"rating\": 4}"));
    expect(201, submission("{\"message\": \"It broke after a day. Terrible!\"}"));
  }

  private void read() throws InterruptedException {
    var list = expect(200, member("/feedback?limit=2"));
    expect(304, member("/feedback?limit=2").header("If-None-Match", etag(list)));
    expect(200, member("/feedback"));
    var lastKey = URLEncoder.encode(first(LAST_KEY, list.body()), StandardCharsets.UTF_8);
    expect(200, member("/feedback?limit=2&lastKey=" + lastKey));
    expect(200, member("/feedback/" + first(ID, list.body())));
    expect(200, member("/feedback").header("X-Tenant-Id", tenant.id().value()));
    expect(200, member("/me"));
    var totals = expect(200, member("/analytics"));
    expect(304, member("/analytics").header("If-None-Match", etag(totals)));
    for (var granularity : List.of("hour", "day", "month")) {
      expect(200, member("/analytics?granularity=" + granularity));
    }
    expect(
        200,
        member(
            "/analytics?granularity=day&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&siteId="
                + tenant.site().id().value()));
    expect(200, member("/analytics/themes"));
  }

  private void knockElsewhere() throws InterruptedException {
    expect(200, to("/health"));
    expect(200, to("/health").HEAD());
    expect(200, to("/health/ready"));
    expect(200, to("/openapi.json"));
    expect(404, to("/nothing"));
    expect(404, to("/events").POST(BodyPublishers.ofString("{}")));
    expect(405, to("/health").DELETE());
    expect(404, member("/feedback/unknown"));
  }

  private void beRefused() throws InterruptedException {
    expect(400, submission("{\"rating\": 9, \"email\": \"nobody\"}"));
    expect(400, submission("{\"rating\": "));
    expect(400, submission("{\"unknown\": 1}"));
    expect(415, submission("{}").setHeader("Content-Type", "text/plain"));
    expect(413, submission("{\"message\": \"" + "m".repeat(70_000) + "\"}"));
    expect(401, submission("{}").setHeader("X-Site-Key", "fbpk_unknown"));
    expect(403, submission("{}").setHeader("Origin", "https://elsewhere.example"));
    expect(401, to("/feedback"));
    expect(401, to("/feedback").header("Authorization", "Bearer not.a.token"));
    expect(400, member("/feedback?limit=1000"));
    expect(400, member("/feedback?lastKey=forged"));
    expect(400, member("/analytics?from=yesterday"));
    expect(403, member("/feedback").header("X-Tenant-Id", "another"));
    expect(400, member("/feedback").header("API-Version", "9"));
  }

  private static final String FULL =
      """
      {"rating": 5, "message": "Great shop, but the search is slow. 😀", "name": "Ada",
       "email": "ada@example.com", "category": "search", "page": "https://shop.example/a?b=c",
       "locale": "en-GB", "metadata": {"plan": "pro", "seats": 7, "trial": false}}\
      """;

  private HttpRequest.Builder submission(String body) {
    return page("/feedback")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder page(String path) {
    return to(path).header("X-Site-Key", tenant.key().value()).header("Origin", tenant.origin());
  }

  private HttpRequest.Builder member(String path) {
    return to(path).header("Authorization", "Bearer " + token);
  }

  /** With what the adapter and the services in front of it add to each request. */
  private HttpRequest.Builder to(String path) {
    return api.to(path)
        .header("x-amzn-request-context", "{\"requestId\": \"r\", \"stage\": \"prod\"}")
        .header("x-amzn-lambda-context", "{\"request_id\": \"r\"}")
        .header("X-Forwarded-For", "192.0.2.1")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Port", "443")
        .header("Accept", "application/json");
  }

  private HttpResponse<String> expect(int status, HttpRequest.Builder request)
      throws InterruptedException {
    sent++;
    var answer = api.send(request);
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          "%s answered %d instead of %d: %s"
              .formatted(answer.request(), answer.statusCode(), status, answer.body()));
    }
    return answer;
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static String first(Pattern pattern, String body) {
    var matcher = pattern.matcher(body);
    if (!matcher.find()) {
      throw new IllegalStateException(pattern + " is not in " + body);
    }
    return matcher.group(1);
  }
}
