package io.feedbackplatform.infra.cdk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name under which an installation is found, and the Route 53 zone that holds it.
 *
 * @param name such as {@code feedback.example.com}; the zone may be that of {@code example.com}
 */
public record Domain(String name, String hostedZoneId) {

  /** A certificate's first name has at most 64, and ours have up to 11 in front of the domain. */
  private static final int MOST_CHARACTERS = 53;

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern ZONE = Pattern.compile("Z[A-Z0-9]{1,31}");

  static @Nullable Domain of(Settings settings) {
    var name = settings.text("domain");
    var zone = settings.text("hostedZoneId");
    if (name == null && zone == null) {
      return null;
    }
    if (name == null || zone == null) {
      throw new InvalidInstallation(
          "Give domain and hostedZoneId together: --context domain=feedback.example.com --context hostedZoneId=Z0123456789ABC");
    }
    var labels = name.split("\\.", -1);
    var wellFormed = labels.length > 1 && name.length() <= MOST_CHARACTERS;
    for (var label : labels) {
      wellFormed &= LABEL.matcher(label).matches();
    }
    if (!wellFormed) {
      throw settings.invalid(
          "domain",
          "a domain name in lower case, at most %d characters, as in feedback.example.com"
              .formatted(MOST_CHARACTERS));
    }
    if (!ZONE.matcher(zone).matches()) {
      throw settings.invalid("hostedZoneId", "the id of a Route 53 zone, as in Z0123456789ABC");
    }
    return new Domain(name, zone);
  }
}
