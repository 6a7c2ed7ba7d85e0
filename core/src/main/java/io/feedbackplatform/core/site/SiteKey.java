package io.feedbackplatform.core.site;

import io.feedbackplatform.core.id.RandomId;
import java.util.Optional;

/**
 * The publishable key of a site, {@code fbpk_} and 26 characters. It stands in the page's source,
 * so it is no secret: it may create feedback and read the widget's configuration, and nothing else.
 */
public record SiteKey(String value) {

  private static final String PREFIX = "fbpk_";

  public SiteKey {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "a site key is 'fbpk_' and 26 characters of Crockford's Base32");
    }
  }

  public static SiteKey random() {
    return new SiteKey(PREFIX + RandomId.next());
  }

  /** The key that the text spells, or empty when it cannot be one. */
  public static Optional<SiteKey> parse(String text) {
    return isWellFormed(text) ? Optional.of(new SiteKey(text)) : Optional.empty();
  }

  private static boolean isWellFormed(String text) {
    return text.startsWith(PREFIX) && RandomId.isWellFormed(text.substring(PREFIX.length()));
  }
}
