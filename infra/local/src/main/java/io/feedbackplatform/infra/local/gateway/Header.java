package io.feedbackplatform.infra.local.gateway;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * One header line. Of what would end the line or begin another none can be made.
 *
 * @throws IllegalArgumentException when HTTP knows no such name or value (RFC 9110, section 5)
 */
record Header(String name, String value) {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final IntPredicate CONTROL = c -> c < ' ' && c != '\t' || c == 0x7f;

  /** What concerns one connection only, or is made anew for the next (RFC 9110, section 7.6.1). */
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "keep-alive",
          "max-forwards",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via");

  Header {
    if (!TOKEN.matcher(name).matches() || value.chars().anyMatch(CONTROL)) {
      throw new IllegalArgumentException("This is no header.");
    }
  }

  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  boolean isOfOneConnection() {
    return OF_ONE_CONNECTION.stream().anyMatch(this::is);
  }
}
