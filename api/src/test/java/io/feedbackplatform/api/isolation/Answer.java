package io.feedbackplatform.api.isolation;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came back, but for the id of the request, the time, how many more are permitted and what
 * concerns the connection only.
 */
record Answer(int status, Map<String, List<String>> headers, String body) {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String RANDOM = "\\b(?:fbk_live_|fbpk_)?[0-9A-HJKMNP-TV-Z_]{26,}\\b";
  private static final String TOKEN = "fbi_[A-Za-z0-9_-]{43}";
  private static final String CHALLENGE = "[0-9a-f]{64}|[0-9a-f]{24}\\?expires=[0-9]+&";
  private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";

  static Answer of(HttpResponse<String> response) {
    var headers = new TreeMap<>(response.headers().map());
    headers
        .keySet()
        .removeAll(List.of("date", "x-request-id", "connection", "keep-alive", "ratelimit"));
    var body =
        response
            .headers()
            .firstValue("X-Request-Id")
            .map(id -> response.body().replace(id, ""))
            .orElse(response.body());
    return new Answer(response.statusCode(), headers, body);
  }

  /** The same, but for what browsers are told about the page that they asked for. */
  Answer withoutCors() {
    var others = new TreeMap<>(headers);
    others.keySet().removeIf(name -> name.startsWith("access-control-"));
    return new Answer(status, others, body);
  }

  /**
   * The same, but for the ids and times that every answer makes anew. An instant is shorter when
   * its milliseconds end in zeros, and with it the length of the body that holds it.
   */
  Answer comparable() {
    var others =
        headers.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    header -> header.getValue().stream().map(Answer::settled).toList()));
    if (body.matches("(?s).*" + INSTANT + ".*")) {
      others.remove("content-length");
    }
    return new Answer(status, others, settled(body));
  }

  private static String settled(String text) {
    return text.replaceAll(UUID, "(id)")
        .replaceAll(TOKEN, "(token)")
        .replaceAll(CHALLENGE, "(challenge)")
        .replaceAll(RANDOM, "(id)")
        .replaceAll(INSTANT, "(time)");
  }

  String text() {
    return status + "\n" + headers + "\n" + body;
  }
}
