package io.feedbackplatform.infra.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A query string that was taken apart and decoded, as a form's is. */
record QueryString(Map<String, List<String>> parameters) {

  /**
   * @param separators a pattern of what stands between parameters
   */
  static QueryString parse(String encoded, String separators) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (var pair : encoded.split(separators)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.computeIfAbsent(decode(name), none -> new ArrayList<>()).add(decode(value));
      }
    }
    return new QueryString(parameters);
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  boolean isEmpty() {
    return parameters.isEmpty();
  }
}
