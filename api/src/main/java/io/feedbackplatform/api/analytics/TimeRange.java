package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.analytics.Granularity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time that is made of whole buckets of a zone's local time.
 *
 * @param from start of the first bucket
 * @param to end of the last bucket, exclusive
 */
record TimeRange(Granularity granularity, ZoneId zone, Instant from, Instant to) {

  /**
   * A bucket.
   *
   * @param key by what counters know it
   * @param start its first instant: the key, but for an hour of which a change of the clocks took
   *     the beginning
   * @param end where the next one starts
   */
  record Period(Instant key, Instant start, Instant end) {}

  /** The buckets that hold any instant from the first to before the second. */
  static TimeRange around(Granularity granularity, ZoneId zone, Instant from, Instant to) {
    var last = granularity.startOf(to, zone);
    return new TimeRange(
        granularity,
        zone,
        granularity.startOf(from, zone),
        last.equals(to) ? to : granularity.plus(last, 1, zone));
  }

  /**
   * Its first instant: {@link #from}, but where a change of the clocks took the hour's beginning.
   */
  Instant start() {
    return begin(from);
  }

  /** The first instant after it. */
  Instant finish() {
    return begin(to);
  }

  /** How many buckets it has; of hours, as many as have gone by. */
  long length() {
    return switch (granularity) {
      case HOUR -> ChronoUnit.HOURS.between(from, to);
      case DAY -> ChronoUnit.DAYS.between(first(), end());
      case MONTH -> ChronoUnit.MONTHS.between(first(), end());
    };
  }

  /** Oldest first. */
  List<Period> periods() {
    var periods = new ArrayList<Period>();
    var key = from;
    while (key.isBefore(to)) {
      var next = granularity.plus(key, 1, zone);
      periods.add(new Period(key, begin(key), begin(next)));
      key = next;
    }
    return periods;
  }

  /**
   * As many months, days or hours before this: the widest of these that it is made of, so that a
   * month is compared with the one before it, however long both are.
   */
  TimeRange before() {
    if (!isMadeOfDays()) {
      return new TimeRange(granularity, zone, granularity.plus(from, -length(), zone), from);
    }
    var start =
        first().getDayOfMonth() == 1 && end().getDayOfMonth() == 1
            ? first().minusMonths(ChronoUnit.MONTHS.between(first(), end()))
            : first().minusDays(ChronoUnit.DAYS.between(first(), end()));
    return new TimeRange(granularity, zone, start.atStartOfDay(zone).toInstant(), from);
  }

  /** The local date on which it begins. */
  LocalDate first() {
    return LocalDate.ofInstant(from, zone);
  }

  /** The local date on which it has ended. */
  LocalDate end() {
    return LocalDate.ofInstant(to, zone);
  }

  private boolean isMadeOfDays() {
    return Granularity.DAY.startOf(from, zone).equals(from)
        && Granularity.DAY.startOf(to, zone).equals(to);
  }

  /** Where clocks jump within an hour, it has begun with the jump. */
  private Instant begin(Instant key) {
    return granularity != Granularity.HOUR || granularity.startOf(key, zone).equals(key)
        ? key
        : zone.getRules().nextTransition(key).getInstant();
  }
}
