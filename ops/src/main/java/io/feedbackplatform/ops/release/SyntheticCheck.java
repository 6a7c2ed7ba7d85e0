package io.feedbackplatform.ops.release;

import io.feedbackplatform.ops.function.ApiAnswer;
import io.feedbackplatform.ops.function.ApiRequest;
import java.util.List;
import java.util.Map;

/**
 * A request that a sound version answers in a known way. None of them leaves anything behind.
 *
 * @param status that the answer must have
 * @param contentType that it must start with; empty when it does not matter
 */
record SyntheticCheck(ApiRequest request, int status, String contentType) {

  private static final String NOT_A_KEY = "release-check";

  /** It is up, it reaches its tables, it tells strangers from customers, and hides the inside. */
  static final List<SyntheticCheck> ALL =
      List.of(
          new SyntheticCheck(ApiRequest.get("/health"), 200, "application/json"),
          new SyntheticCheck(ApiRequest.READINESS, 200, "application/json"),
          new SyntheticCheck(ApiRequest.get("/openapi.json"), 200, "application/json"),
          new SyntheticCheck(
              ApiRequest.postJson("/feedback", Map.of("x-site-key", NOT_A_KEY), "{\"rating\":5}"),
              401,
              "application/problem+json"),
          new SyntheticCheck(ApiRequest.postJson("/events", Map.of(), "{}"), 404, ""));

  boolean passes(ApiAnswer answer) {
    return switch (answer) {
      case ApiAnswer.Answered answered ->
          answered.status() == status && answered.contentType().startsWith(contentType);
      case ApiAnswer.Broken _, ApiAnswer.Throttled _ -> false;
    };
  }

  String failure(ApiAnswer answer) {
    return "%s %s must be %d %s, but: %s"
        .formatted(request.method(), request.path(), status, contentType, answer.summary())
        .strip();
  }
}
