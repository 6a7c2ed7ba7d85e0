package io.feedbackplatform.core.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Which stretch of time a counter counts, by when feedback was submitted in the time zone that its
 * tenant had then.
 */
public sealed interface Bucket {

  /** All time. */
  record Total() implements Bucket {}

  /**
   * An hour of local time.
   *
   * @param start which is no full hour of UTC where the zone's offset is none
   */
  record Hour(Instant start) implements Bucket {}

  record Day(LocalDate date) implements Bucket {}

  record Month(YearMonth month) implements Bucket {}

  /** The bucket of a width that holds the instant. */
  static Bucket holding(Granularity granularity, Instant instant, ZoneId zone) {
    return switch (granularity) {
      case HOUR -> new Hour(granularity.startOf(instant, zone));
      case DAY -> new Day(LocalDate.ofInstant(instant, zone));
      case MONTH -> new Month(YearMonth.from(LocalDate.ofInstant(instant, zone)));
    };
  }
}
