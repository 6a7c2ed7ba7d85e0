package io.feedbackplatform.api.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the API over the wire. */
public final class HttpCalls {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  public HttpCalls(URI base) {
    this.base = base;
  }

  public HttpResponse<String> submit(String siteKey, String body, String... headers) {
    var request =
        to("/feedback", headers)
            .header("X-Site-Key", siteKey)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return send(request);
  }

  public HttpResponse<String> get(String path, String token, String... headers) {
    return send(to(path, headers).header("Authorization", "Bearer " + token));
  }

  public HttpResponse<String> get(String path) {
    return send(to(path));
  }

  public HttpRequest.Builder to(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    return headers.length == 0 ? request : request.headers(headers);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
