package io.feedbackplatform.infra.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request as the gateway takes it.
 *
 * @param path as it came, still encoded, with the stage
 * @param query as it came, still encoded; empty if there was none
 * @param headers in their order, however often a name comes
 * @param host what the client calls the gateway, as {@code host:port} or without the port
 * @param sourceIp the client's address
 * @throws IllegalArgumentException when no gateway would pass it on
 */
record GatewayRequest(
    String id,
    String method,
    String path,
    String query,
    List<Header> headers,
    String host,
    String sourceIp,
    byte[] body) {

  static final String STAGE = "prod";

  /** The largest payload, in bytes. */
  static final int MAX_BODY = 10 * 1024 * 1024;

  private static final String PREFIX = "/" + STAGE;
  // Possessive, since each step that could be taken back takes some of the stack.
  private static final Pattern ENCODED =
      Pattern.compile("([!$&'()*+,;=:@/?\\[\\]~._0-9A-Za-z-]++|%[0-9A-Fa-f]{2})*+");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  GatewayRequest {
    headers = List.copyOf(headers);
    // RFC 3986: bars and braces must come encoded, as AWS's notes on REST APIs say, too.
    if (!ENCODED.matcher(path).matches()
        || !ENCODED.matcher(query).matches()
        || !HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("Its target or its host is malformed.");
    }
  }

  boolean isInStage() {
    return path.equals(PREFIX) || path.startsWith(PREFIX + "/");
  }

  /** The encoded path behind the stage; empty when there is only the stage. */
  String pathInStage() {
    return path.substring(PREFIX.length());
  }

  String domain() {
    return host.replaceFirst(":[0-9]+$", "");
  }

  /** The last value of a header, or nothing. */
  String header(String name) {
    return headers.stream()
        .filter(header -> header.is(name))
        .map(Header::value)
        .reduce("", (before, last) -> last);
  }

  /**
   * What reaches the function: without what ends here, with what the gateway says of its client.
   */
  List<Header> forwardedHeaders() {
    var forwarded = new ArrayList<Header>();
    for (var header : headers) {
      if (!header.isOfOneConnection()
          && !header.is("Host")
          && !header.is("X-Amzn-Trace-Id")
          && !header.is("X-Forwarded-For")
          && !header.is("X-Forwarded-Port")
          && !header.is("X-Forwarded-Proto")) {
        forwarded.add(header);
      }
    }
    var before = header("X-Forwarded-For");
    forwarded.add(new Header("Host", host));
    forwarded.add(
        new Header("X-Forwarded-For", before.isEmpty() ? sourceIp : before + ", " + sourceIp));
    forwarded.add(new Header("X-Forwarded-Port", "443"));
    forwarded.add(new Header("X-Forwarded-Proto", "https"));
    forwarded.add(new Header("X-Amzn-Trace-Id", "Root=1-" + id));
    return forwarded;
  }
}
