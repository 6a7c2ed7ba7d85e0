package io.feedbackplatform.ops.function;

import java.util.HashMap;
import java.util.Map;

/**
 * An HTTP request to the function, as its front would pass it on.
 *
 * @param path below the stage, starting with a slash
 * @param body empty for none
 */
public record ApiRequest(String method, String path, Map<String, String> headers, String body) {

  /** Answers 2xx only where a version can do its work. */
  public static final ApiRequest READINESS = get("/health/ready");

  public ApiRequest {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path starts with a slash: " + path);
    }
    headers = Map.copyOf(headers);
  }

  /** A request for what is at a path. */
  public static ApiRequest get(String path) {
    return new ApiRequest("GET", path, Map.of("accept", "application/json"), "");
  }

  /** A request that sends JSON. */
  public static ApiRequest postJson(String path, Map<String, String> headers, String body) {
    var all = new HashMap<>(headers);
    all.put("content-type", "application/json");
    return new ApiRequest("POST", path, all, body);
  }
}
