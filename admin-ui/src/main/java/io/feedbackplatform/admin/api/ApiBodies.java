package io.feedbackplatform.admin.api;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  byte[] write(Object body) {
    return json.writeValueAsBytes(body);
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
        problem.explanation(status),
        problem.requestId() != null
            ? problem.requestId()
            : response.headers().firstValue("X-Request-Id").orElse(null));
  }

  private record ProblemBody(
      @Nullable String title,
      @Nullable String detail,
      @Nullable String code,
      @Nullable String requestId,
      @Nullable List<Mistake> errors) {

    /** Of bad input each mistake; otherwise what the API says to the whole. */
    String explanation(int status) {
      if (errors != null && !errors.isEmpty()) {
        return errors.stream().map(Mistake::message).distinct().collect(Collectors.joining(" "));
      }
      return Stream.of(detail, title)
          .flatMap(Stream::ofNullable)
          .findFirst()
          .orElse("The feedback API answered with status " + status);
    }
  }

  private record Mistake(String field, String message) {}
}
