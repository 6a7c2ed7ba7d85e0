package io.feedbackplatform.core.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a site lists: an origin, or all origins below a domain, as in {@code https://*.example.com}.
 * That means every name that ends in {@code .example.com}, however deep, but not {@code
 * example.com} itself; scheme and port are as exact as in an origin.
 */
public record OriginPattern(String value) {

  private static final String STAR = "*.";

  /** Deeper names are below no pattern, so that looking them up takes a bounded number of steps. */
  private static final int MOST_LABELS = 10;

  public OriginPattern {
    if (!isOrigin(value) && wildcard(value).isEmpty()) {
      throw new IllegalArgumentException(
          "a site lists origins, and as https://*.example.com all origins below a domain");
    }
  }

  public static OriginPattern of(Origin origin) {
    return new OriginPattern(origin.value());
  }

  /** All that a site can list to allow this origin, the closest first. */
  public static List<OriginPattern> covering(Origin origin) {
    var patterns = new ArrayList<OriginPattern>();
    patterns.add(of(origin));
    var labels = origin.host().split("\\.");
    if (DomainName.isOne(origin.host()) && labels.length <= MOST_LABELS) {
      for (int first = 1; first < labels.length; first++) {
        var domain = String.join(".", List.of(labels).subList(first, labels.length));
        if (!DomainName.isPublicSuffix(domain)) {
          patterns.add(
              new OriginPattern(origin.scheme() + "://" + STAR + domain + origin.portSuffix()));
        }
      }
    }
    return patterns;
  }

  private static boolean isOrigin(String value) {
    return Origin.parse(value).map(Origin::value).equals(Optional.of(value));
  }

  /** The origin of the domain below which the pattern allows all, if it is such a pattern. */
  private static Optional<Origin> wildcard(String value) {
    int star = value.indexOf("://" + STAR);
    return star < 0
        ? Optional.empty()
        : Origin.parse(value.replace("://" + STAR, "://"))
            .filter(domain -> value.equals(domain.value().replace("://", "://" + STAR)))
            .filter(domain -> DomainName.isOne(domain.host()))
            .filter(domain -> !DomainName.isPublicSuffix(domain.host()));
  }

  @Override
  public String toString() {
    return value;
  }
}
