package io.feedbackplatform.api.isolation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
    Map<String, String> variables,
    String query,
    Map<String, String> headers,
    String body,
    String sent) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A good one. */
  static Attempt of(Operation operation, Map<String, String> credentials, Ids own) {
    var variables = new LinkedHashMap<String, String>();
    for (var place : operation.places()) {
      if (place.part() == Place.Part.PATH) {
        variables.put(place.name(), own.get(IdKind.at(operation, place)));
      }
    }
    return new Attempt(
        operation,
        operation.method(),
        variables,
        "",
        Map.copyOf(credentials),
        operation.body(own),
        String.join("\n", variables.values()));
  }

  String path() {
    var path = operation.path();
    for (var variable : variables.entrySet()) {
      path = path.replace("{" + variable.getKey() + "}", encoded(variable.getValue()));
    }
    return path;
  }

  /** The same, with something else in a place. */
  Attempt with(Place place, String value) {
    var variables = new LinkedHashMap<>(this.variables);
    var headers = new LinkedHashMap<>(this.headers);
    var query = this.query;
    var body = this.body;
    switch (place.part()) {
      case PATH -> variables.put(place.name(), value);
      case QUERY -> query += (query.isEmpty() ? "?" : "&") + place.name() + "=" + encoded(value);
      case HEADER -> headers.put(place.name(), printable(value));
      case BODY -> {
        var json = (ObjectNode) JSON.readTree(body);
        body = JSON.writeValueAsString(json.put(place.name(), value));
      }
    }
    return new Attempt(operation, method, variables, query, headers, body, sent + "\n" + value);
  }

  Attempt withMethod(String other) {
    return new Attempt(operation, other, variables, query, headers, body, sent);
  }

  Attempt withBody(String other) {
    return new Attempt(operation, method, variables, query, headers, other, sent + "\n" + other);
  }

  /** Whether it may have changed what is there. */
  boolean writes() {
    return !Set.of("GET", "HEAD", "OPTIONS").contains(method);
  }

  @Override
  public String toString() {
    return method + " " + path() + query + " " + headers + " " + body;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The client sends no other headers. */
  private static String printable(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? value : encoded(value);
  }
}
