package io.feedbackplatform.api.security;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** All that a caller learns from an answer, but for the id of the request. */
record Refusal(int status, Map<String, List<String>> headers, String body) {

  static Refusal of(MvcTestResult answer) {
    var response = answer.getResponse();
    var id = String.valueOf(response.getHeader("X-Request-Id"));
    var headers = new TreeMap<String, List<String>>();
    for (var name : response.getHeaderNames()) {
      headers.put(
          name, response.getHeaders(name).stream().map(value -> value.replace(id, "?")).toList());
    }
    try {
      return new Refusal(
          response.getStatus(),
          headers,
          response.getContentAsString(StandardCharsets.UTF_8).replace(id, "?"));
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
