package io.feedbackplatform.infra.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests in which only what matters is spelled out. */
record Requests(String method, String path, String query, List<Header> headers, byte[] body) {

  static Requests get(String path) {
    return new Requests("GET", path, "", List.of(), new byte[0]);
  }

  Requests method(String other) {
    return new Requests(other, path, query, headers, body);
  }

  Requests query(String other) {
    return new Requests(method, path, other, headers, body);
  }

  Requests with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Requests(method, path, query, more, body);
  }

  Requests body(String type, byte[] other) {
    return new Requests("POST", path, query, headers, other).with("Content-Type", type);
  }

  Requests body(String type, String other) {
    return body(type, other.getBytes(StandardCharsets.UTF_8));
  }

  GatewayRequest request() {
    return new GatewayRequest(
        "1", method, path, query, headers, "api.example:8080", "192.0.2.7", body);
  }
}
