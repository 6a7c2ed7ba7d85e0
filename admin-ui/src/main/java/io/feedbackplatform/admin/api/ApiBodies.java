package io.feedbackplatform.admin.api;

import java.net.http.HttpResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the API sends, good news and bad. */
final class ApiBodies {
  private final JsonMapper json;

  ApiBodies(JsonMapper json) {
    this.json = json;
  }

  <T> T read(byte[] body, Class<T> type) {
    try {
      return Objects.requireNonNull(json.readValue(body, type));
    } catch (JacksonException | NullPointerException e) {
      throw new ApiException.Unavailable("The feedback API gave an answer that cannot be read.", e);
    }
  }

  ApiException problem(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json")) {
      return new ApiException.Unavailable(
          "The feedback API answered with status " + status + ".", null);
    }
    ProblemBody problem = read(response.body(), ProblemBody.class);
    return new ApiException.Problem(
        status,
        Objects.requireNonNullElse(problem.code(), "unknown"),
        firstOf(
            problem.detail(), problem.title(), "The feedback API answered with status " + status),
        problem.requestId() != null
            ? problem.requestId()
            : response.headers().firstValue("X-Request-Id").orElse(null));
  }

  private static String firstOf(@Nullable String a, @Nullable String b, String c) {
    return a != null ? a : b != null ? b : c;
  }

  private record ProblemBody(
      @Nullable String title,
      @Nullable String detail,
      @Nullable String code,
      @Nullable String requestId) {}
}
