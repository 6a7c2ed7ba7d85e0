package io.feedbackplatform.core.analytics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** The width of a bucket of a series, in UTC. */
public enum Granularity {
  HOUR,
  DAY,
  MONTH;

  /** The start of the bucket that holds the instant. */
  public Instant startOf(Instant instant) {
    return switch (this) {
      case HOUR -> instant.truncatedTo(ChronoUnit.HOURS);
      case DAY -> instant.truncatedTo(ChronoUnit.DAYS);
      case MONTH ->
          instant.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
    };
  }

  /**
   * The start of the bucket that lies a number of buckets after the one that starts here; may be
   * negative.
   */
  public Instant plus(Instant start, long buckets) {
    ZonedDateTime at = start.atZone(ZoneOffset.UTC);
    return switch (this) {
      case HOUR -> at.plusHours(buckets).toInstant();
      case DAY -> at.plusDays(buckets).toInstant();
      case MONTH -> at.plusMonths(buckets).toInstant();
    };
  }
}
