package io.feedbackplatform.benchmarks.cost.measure;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** What browsers and the console send to the API. */
final class Requests {

  private final ApiProcess api;
  private final Issuer issuer;
  private final HttpClient client;
  private final Sayings sayings = new Sayings(1);

  Requests(ApiProcess api, Issuer issuer, HttpClient client) {
    this.api = api;
    this.issuer = issuer;
    this.client = client;
  }

  HttpRequest submission(World shop) {
    return widget("/feedback", shop)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(sayings.next()))
        .build();
  }

  void submit(World shop) throws IOException, InterruptedException {
    var answer = client.send(submission(shop), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException("a submission was answered " + answer.body());
    }
  }

  HttpRequest config(World shop) {
    return widget("/widget/config", shop).build();
  }

  HttpRequest opened(World shop) {
    return widget("/feedback/opened", shop).POST(BodyPublishers.noBody()).build();
  }

  private HttpRequest.Builder widget(String path, World shop) {
    return to(path)
        .header("Origin", shop.origin().value())
        .header("X-Site-Key", shop.key().value());
  }

  HttpRequest preflight(World shop) {
    return to("/feedback")
        .header("Origin", shop.origin().value())
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type,idempotency-key,x-site-key")
        .method("OPTIONS", BodyPublishers.noBody())
        .build();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(api.url(path)).timeout(Duration.ofSeconds(30));
  }

  /** A member at the console. */
  Reader readerOf(World shop) throws GeneralSecurityException {
    return new Reader(shop, issuer.tokenFor(shop.member()));
  }

  final class Reader {

    private final World shop;
    private final String token;

    private Reader(World shop, String token) {
      this.shop = shop;
      this.token = token;
    }

    Supplier<HttpRequest> get(String path) {
      return () -> request(path).build();
    }

    /** The same again, by one who has the answer already. */
    Supplier<HttpRequest> again(String path) throws IOException, InterruptedException {
      var etag = answer(path).headers().firstValue("ETag").orElseThrow();
      return () -> request(path).header("If-None-Match", etag).build();
    }

    String newestFeedback() throws IOException, InterruptedException {
      var list = new JsonMapper().readTree(answer("/feedback?limit=1").body());
      return list.path("items").path(0).path("feedbackId").stringValue();
    }

    private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
      return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
      return to(path)
          .header("Authorization", "Bearer " + token)
          .header("X-Tenant-Id", shop.tenant().value());
    }
  }
}
