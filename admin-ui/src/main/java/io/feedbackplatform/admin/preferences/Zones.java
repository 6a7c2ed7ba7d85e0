package io.feedbackplatform.admin.preferences;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The time zones that a tenant can have, in words that they are searched by. */
final class Zones {
  private Zones() {}

  /** Those that are named after places, and UTC; with the one in use, whatever that is. */
  static List<String> all(String inUse) {
    List<String> zones = new ArrayList<>();
    zones.add("UTC");
    ZoneId.getAvailableZoneIds().stream().filter(Zones::isPlace).sorted().forEach(zones::add);
    if (!zones.contains(inUse)) {
      zones.add(inUse);
    }
    return zones;
  }

  private static boolean isPlace(String zone) {
    return zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/");
  }

  /** With how far its clocks are off at that time, as in "Europe/Berlin (UTC+01:00)". */
  static String label(String zone, Instant at) {
    try {
      ZoneOffset offset = ZoneId.of(zone).getRules().getOffset(at);
      String off = offset.equals(ZoneOffset.UTC) ? "" : offset.getId();
      return zone.equals("UTC") ? zone : zone.replace('_', ' ') + " (UTC" + off + ")";
    } catch (DateTimeException unheardOf) {
      return zone;
    }
  }

  /** Whether each of the words typed is in the label. */
  static boolean matches(String label, String typed) {
    String low = label.toLowerCase(Locale.ROOT);
    return List.of(typed.toLowerCase(Locale.ROOT).replace('_', ' ').strip().split("\\s+")).stream()
        .allMatch(low::contains);
  }
}
