package io.feedbackplatform.admin.api;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
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
 * Asks the HTTP API. Every method waits at most the total timeout for the whole answer, and throws
 * {@link ApiException} when there is none.
 */
public final class ApiClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private final URI base;
  private final @Nullable String gatewayKey;
  private final ApiBodies bodies;
  private final Duration totalTimeout;
  private final HttpClient http;

  ApiClient(URI base, @Nullable String gatewayKey, ApiBodies bodies, Duration totalTimeout) {
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

  /** Who the caller is. The tenant of the caller is not sent: this is how it becomes known. */
  public Me me(Caller.AccessTokens tokens) {
    return body(ask("/me", new Caller(tokens, null), null), Me.class);
  }

  /**
   * A page of the inbox, newest first.
   *
   * @param limit 1 to 100
   * @param lastKey where to go on, as an earlier page said; null for the newest
   * @param etag of the last answer to the same question, or null
   */
  public Answer<FeedbackPage> feedback(
      Caller caller, int limit, @Nullable String lastKey, @Nullable String etag) {
    String from = lastKey == null ? "" : "&lastKey=" + encode(lastKey);
    return answer(ask("/feedback?limit=" + limit + from, caller, etag), FeedbackPage.class);
  }

  /** One piece of feedback; problem {@code not_found} if the tenant has none of that id. */
  public Feedback feedback(Caller caller, String feedbackId) {
    return body(ask("/feedback/" + encode(feedbackId), caller, null), Feedback.class);
  }

  /**
   * The figures with a series over the granularity's default range.
   *
   * @param etag of the last answer to the same question, or null
   */
  public Answer<Figures> figures(Caller caller, Granularity granularity, @Nullable String etag) {
    return answer(
        ask("/analytics?granularity=" + granularity.parameter(), caller, etag), Figures.class);
  }

  private <T> Answer<T> answer(HttpResponse<byte[]> response, Class<T> type) {
    return response.statusCode() == 304
        ? new Answer.Unchanged<>()
        : new Answer.Fresh<>(
            body(response, type), response.headers().firstValue("ETag").orElse(null));
  }

  private <T> T body(HttpResponse<byte[]> response, Class<T> type) {
    return switch (response.statusCode()) {
      case 200 -> bodies.read(response.body(), type);
      case 401 ->
          throw new ApiException.SignInRequired(
              "Your sign-in has ended. Please sign in again.", null);
      default -> throw bodies.problem(response);
    };
  }

  private HttpResponse<byte[]> ask(String path, Caller caller, @Nullable String etag) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(totalTimeout)
            .header("Accept", "application/json, application/problem+json")
            .header("Authorization", "Bearer " + caller.tokens().current());
    if (caller.tenantId() != null) {
      request.header("X-Tenant-Id", caller.tenantId());
    }
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    if (gatewayKey != null) {
      request.header("x-api-key", gatewayKey);
    }
    return send(request.build());
  }

  // The request's own timeout ends with the headers; a body that drips must end too.
  private HttpResponse<byte[]> send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return sent.get(totalTimeout.toMillis(), TimeUnit.MILLISECONDS);
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

  private static ApiException tooLong(Exception cause) {
    return new ApiException.Unavailable("The feedback API takes too long to answer.", cause);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
