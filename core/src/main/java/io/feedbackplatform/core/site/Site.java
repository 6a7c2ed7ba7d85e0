package io.feedbackplatform.core.site;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A website of a tenant.
 *
 * @param name what people call it, 1 to 200 characters
 * @param origins the origins whose pages may use the site's key, at most {@value #MOST_ORIGINS};
 *     pages of no other may
 * @param strings texts of the widget that this site words differently, by the widget's names for
 *     them
 * @param challenge what its pages must show before they may leave feedback
 */
public record Site(
    SiteId id,
    String name,
    Set<Origin> origins,
    WidgetTheme theme,
    Map<String, String> strings,
    Challenge challenge,
    Instant createdAt) {

  /** So many that all of them can be replaced by as many others in one transaction. */
  public static final int MOST_ORIGINS = 40;

  public Site {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("a site's name has 1 to 200 characters");
    }
    if (origins.size() > MOST_ORIGINS) {
      throw new IllegalArgumentException("a site has at most " + MOST_ORIGINS + " origins");
    }
    origins = Set.copyOf(origins);
    strings = Map.copyOf(strings);
  }

  /** A site that looks and speaks as the widget does by default. */
  public static Site named(SiteId id, String name, Set<Origin> origins, Instant createdAt) {
    return new Site(id, name, origins, WidgetTheme.DEFAULT, Map.of(), Challenge.NONE, createdAt);
  }

  /** The same site with another challenge for its pages. */
  public Site withChallenge(Challenge other) {
    return new Site(id, name, origins, theme, strings, other, createdAt);
  }

  public boolean allows(Origin origin) {
    return origins.contains(origin);
  }
}
