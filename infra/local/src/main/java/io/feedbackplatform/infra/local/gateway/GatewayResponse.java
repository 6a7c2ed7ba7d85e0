package io.feedbackplatform.infra.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the gateway answers.
 *
 * @throws IllegalArgumentException when it is not the status of an answer
 */
record GatewayResponse(int status, List<Header> headers, byte[] body) {

  GatewayResponse {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("The status " + status + " ends no exchange.");
    }
    headers = List.copyOf(headers);
  }

  /** The gateway's own words, in its own form. */
  static GatewayResponse message(int status, String message, Header... headers) {
    var all = new java.util.ArrayList<>(List.of(headers));
    all.add(new Header("Content-Type", "application/json"));
    return new GatewayResponse(
        status, all, "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
  }
}
