package io.feedbackplatform.admin.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request to the HTTP API and its answer. A question waits at most the total timeout for the
 * whole answer, a change three times as long, since it must not be sent again to be sure.
 */
final class ApiCalls {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final int PATIENCE_WITH_CHANGES = 3;

  private final URI base;
  private final @Nullable String gatewayKey;
  private final ApiBodies bodies;
  private final Duration totalTimeout;
  private final HttpClient http;

  ApiCalls(URI base, @Nullable String gatewayKey, ApiBodies bodies, Duration totalTimeout) {
    this.base = base;
    this.gatewayKey = gatewayKey;
    this.bodies = bodies;
    this.totalTimeout = totalTimeout;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** What is there. */
  <T> T read(String path, Caller caller, Class<T> type) {
    return bodies.read(bytes(path, caller), type);
  }

  ApiBodies bodies() {
    return bodies;
  }

  /** What is there, as it comes. */
  byte[] bytes(String path, Caller caller) {
    return accepted(send(request(path, caller, totalTimeout).build(), totalTimeout)).body();
  }

  /**
   * What is there, unless it is what the ETag stands for.
   *
   * @param etag of the last answer to the same question, or null
   */
  <T> Answer<T> ask(String path, Caller caller, @Nullable String etag, Class<T> type) {
    HttpRequest.Builder request = request(path, caller, totalTimeout);
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    HttpResponse<byte[]> response = send(request.build(), totalTimeout);
    return response.statusCode() == 304
        ? new Answer.Unchanged<>()
        : fresh(accepted(response), type);
  }

  /** What is there, with its ETag. */
  <T> Answer.Fresh<T> fresh(String path, Caller caller, Class<T> type) {
    return fresh(accepted(send(request(path, caller, totalTimeout).build(), totalTimeout)), type);
  }

  /** A change, and what became of it. */
  <T> T change(String method, String path, Caller caller, @Nullable Object body, Class<T> type) {
    return changeOf(null, method, path, caller, body, type);
  }

  /**
   * A change, and what became of it, unless it has changed since it was read: problem 412.
   *
   * @param etag of what was read; null to change it however it is
   */
  <T> T changeOf(
      @Nullable String etag,
      String method,
      String path,
      Caller caller,
      @Nullable Object body,
      Class<T> type) {
    return bodies.read(changed(etag, method, path, caller, body).body(), type);
  }

  /** A change that answers nothing. */
  void change(String method, String path, Caller caller) {
    var unused = changed(null, method, path, caller, null);
  }

  /** A value as a part of a path or query. */
  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private <T> Answer.Fresh<T> fresh(HttpResponse<byte[]> response, Class<T> type) {
    return new Answer.Fresh<>(
        bodies.read(response.body(), type), response.headers().firstValue("ETag").orElse(null));
  }

  private HttpResponse<byte[]> changed(
      @Nullable String etag, String method, String path, Caller caller, @Nullable Object body) {
    Duration patience = totalTimeout.multipliedBy(PATIENCE_WITH_CHANGES);
    HttpRequest.Builder request = request(path, caller, patience);
    if (etag != null) {
      request.header("If-Match", etag);
    }
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofByteArray(bodies.write(body)));
    }
    return accepted(send(request.build(), patience));
  }

  private HttpResponse<byte[]> accepted(HttpResponse<byte[]> response) {
    return switch (response.statusCode()) {
      case 200, 201, 202, 204 -> response;
      case 401 ->
          throw new ApiException.SignInRequired(
              "Your sign-in has ended. Please sign in again.", null);
      default -> throw bodies.problem(response);
    };
  }

  private HttpRequest.Builder request(String path, Caller caller, Duration patience) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(patience)
            .header("Accept", "application/json, application/x-ndjson, application/problem+json")
            .header("Authorization", "Bearer " + caller.tokens().current());
    if (caller.tenantId() != null) {
      request.header("X-Tenant-Id", caller.tenantId());
    }
    if (gatewayKey != null) {
      request.header("x-api-key", gatewayKey);
    }
    return request;
  }

  // The request's own timeout ends with the headers; a body that drips must end too.
  private HttpResponse<byte[]> send(HttpRequest request, Duration patience) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw tooLong(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof HttpTimeoutException late
              && !(late instanceof HttpConnectTimeoutException)
          ? tooLong(late)
          : new ApiException.Unavailable("The feedback API cannot be reached.", e.getCause());
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiException.Unavailable("The question to the feedback API was given up.", e);
    }
  }

  private static ApiException tooLong(IOException cause) {
    return new ApiException.Unavailable("The feedback API takes too long to answer.", cause);
  }

  private static ApiException tooLong(TimeoutException cause) {
    return new ApiException.Unavailable("The feedback API takes too long to answer.", cause);
  }
}
