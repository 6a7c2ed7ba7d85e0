package io.feedbackplatform.api.isolation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that is tried.
 *
 * @param sent what the caller chose, as it was before it was encoded
 */
record Attempt(
    Operation operation,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    String body,
    String sent) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A good one. */
  static Attempt of(Operation operation, Map<String, String> credentials, Ids own) {
    var attempt =
        new Attempt(
            operation,
            operation.method(),
            operation.path(),
            "",
            Map.copyOf(credentials),
            operation.body(),
            "");
    for (var place : operation.places()) {
      if (place.part() == Place.Part.PATH) {
        attempt = attempt.with(place, own.get(IdKind.at(place)));
      }
    }
    return attempt;
  }

  /** The same, with something else in a place. */
  Attempt with(Place place, String value) {
    var changed = new LinkedHashMap<>(headers);
    var path = this.path;
    var query = this.query;
    var body = this.body;
    switch (place.part()) {
      case PATH -> path = operation.path().replace("{" + place.name() + "}", encoded(value));
      case QUERY -> query += (query.isEmpty() ? "?" : "&") + place.name() + "=" + encoded(value);
      case HEADER -> changed.put(place.name(), printable(value));
      case BODY -> {
        var json = (ObjectNode) JSON.readTree(body);
        body = JSON.writeValueAsString(json.put(place.name(), value));
      }
    }
    return new Attempt(operation, method, path, query, changed, body, sent + "\n" + value);
  }

  Attempt withMethod(String other) {
    return new Attempt(operation, other, path, query, headers, body, sent);
  }

  Attempt withBody(String other) {
    return new Attempt(operation, method, path, query, headers, other, sent + "\n" + other);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The client sends no other headers. */
  private static String printable(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? value : encoded(value);
  }
}
