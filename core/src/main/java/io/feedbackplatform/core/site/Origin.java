package io.feedbackplatform.core.site;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web origin (RFC 6454): scheme, host and, unless it is the scheme's own, port; lower case,
 * without a path. The opaque origin {@code null} is none.
 */
public record Origin(String value) {

  /**
   * Hosts as browsers send them: international names in Punycode, underscores as they are. Only
   * ASCII has two cases here, so that the Kelvin sign is no k.
   */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>https?)://(?<host>[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_.])?|\\[[0-9a-f:.]+])"
              + "(?::(?<port>[1-9][0-9]{0,4}))?",
          Pattern.CASE_INSENSITIVE);

  /** RFC 1035, section 2.3.4; what is longer would not fit into a key of storage either. */
  private static final int LONGEST_HOST = 255;

  private static final int HIGHEST_PORT = 65_535;

  public Origin {
    if (!normalize(value).equals(Optional.of(value))) {
      throw new IllegalArgumentException(
          "an origin is http(s)://host[:port] in lower case, without a path: " + value);
    }
  }

  /** The origin that an {@code Origin} header spells, or empty when it spells none. */
  public static Optional<Origin> parse(String text) {
    return normalize(text).map(Origin::new);
  }

  String scheme() {
    return parts().group("scheme");
  }

  String host() {
    return parts().group("host");
  }

  /** The port with its colon; empty for the scheme's own. */
  String portSuffix() {
    var port = parts().group("port");
    return port == null ? "" : ":" + port;
  }

  private Matcher parts() {
    var parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new IllegalStateException("every origin has this form");
    }
    return parts;
  }

  private static Optional<String> normalize(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches() || parts.group("host").length() > LONGEST_HOST) {
      return Optional.empty();
    }
    var scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
    int own = scheme.equals("https") ? 443 : 80;
    int port = parts.group("port") == null ? own : Integer.parseInt(parts.group("port"));
    if (port > HIGHEST_PORT) {
      return Optional.empty();
    }
    var host = parts.group("host").toLowerCase(Locale.ROOT);
    return Optional.of(scheme + "://" + host + (port == own ? "" : ":" + port));
  }

  @Override
  public String toString() {
    return value;
  }
}
