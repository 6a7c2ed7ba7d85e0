package io.feedbackplatform.admin.dashboard;

import io.feedbackplatform.admin.api.Figures.Stretch;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says where figures are of other times than those that were chosen, since they are counted by the
 * day only.
 *
 * @param chosen what the other figures are of
 * @param zone whose days they are
 */
record WholeDays(Stretch chosen, ZoneId zone) {

  /**
   * Of which days, or nothing where it is the chosen time.
   *
   * @param to exclusive
   */
  String note(Instant from, Instant to, Locale locale) {
    if (from.equals(chosen.from()) && to.equals(chosen.to())) {
      return "";
    }
    DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM", locale).withZone(zone);
    return "Of whole days: " + format.format(from) + " – " + format.format(to.minusNanos(1)) + ".";
  }
}
