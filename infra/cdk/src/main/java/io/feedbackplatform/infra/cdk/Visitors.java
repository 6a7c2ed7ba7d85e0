package io.feedbackplatform.infra.cdk;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who may come at all. */
final class Visitors {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Visitors() {}

  static List<String> countries(Settings settings) {
    var countries = settings.list("allowedCountries");
    if (!COUNTRIES.containsAll(countries)) {
      throw settings.invalid(
          "allowedCountries", "codes of countries (ISO 3166), separated by commas, as in DE,FR,CH");
    }
    return countries;
  }

  static List<String> addresses(Settings settings) {
    return settings.list("allowedAddresses").stream()
        .map(address -> block(settings, address))
        .distinct()
        .toList();
  }

  private static String block(Settings settings, String text) {
    var slash = text.indexOf('/');
    var address = slash < 0 ? text : text.substring(0, slash);
    try {
      var bits = InetAddress.ofLiteral(address).getAddress().length * 8;
      var prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      // The firewall takes no block of everything.
      if (prefix >= 1 && prefix <= bits) {
        return address + "/" + prefix;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // told below
    }
    throw settings.invalid(
        "allowedAddresses",
        "addresses or blocks of them, separated by commas, as in 192.0.2.0/24,2001:db8::/32");
  }
}
