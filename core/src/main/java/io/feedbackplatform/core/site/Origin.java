package io.feedbackplatform.core.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A web origin (RFC 6454): scheme, host and, unless it is the scheme's own, port; lower case,
 * without a path. The opaque origin {@code null} is none.
 */
public record Origin(String value) {

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

  private static Optional<String> normalize(String text) {
    try {
      var uri = new URI(text.toLowerCase(Locale.ROOT));
      var scheme = uri.getScheme();
      var bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
      if (uri.getHost() == null
          || !("https".equals(scheme) || "http".equals(scheme))
          || !bare
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null
          || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      int ownPort = "https".equals(scheme) ? 443 : 80;
      var port = uri.getPort() == -1 || uri.getPort() == ownPort ? "" : ":" + uri.getPort();
      return Optional.of(scheme + "://" + uri.getHost() + port);
    } catch (URISyntaxException notAnOrigin) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
