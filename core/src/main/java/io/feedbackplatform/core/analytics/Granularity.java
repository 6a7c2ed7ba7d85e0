package io.feedbackplatform.core.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The width of a bucket of a series. */
public enum Granularity {
  HOUR,
  DAY,
  MONTH;

  private static final long SECONDS_OF_HOUR = 3_600;

  /** The start of the bucket that holds the instant, in the local time of a zone. */
  public Instant startOf(Instant instant, ZoneId zone) {
    return switch (this) {
      case HOUR -> {
        long offset = zone.getRules().getOffset(instant).getTotalSeconds();
        long local = instant.getEpochSecond() + offset;
        yield Instant.ofEpochSecond(local - Math.floorMod(local, SECONDS_OF_HOUR) - offset);
      }
      case DAY -> startOf(LocalDate.ofInstant(instant, zone), zone);
      case MONTH -> startOf(LocalDate.ofInstant(instant, zone).withDayOfMonth(1), zone);
    };
  }

  /** The same in UTC. */
  public Instant startOf(Instant instant) {
    return startOf(instant, ZoneOffset.UTC);
  }

  /**
   * The start of the bucket that lies a number of buckets after the one that starts here; may be
   * negative.
   */
  public Instant plus(Instant start, long buckets, ZoneId zone) {
    return switch (this) {
      case HOUR -> startOf(start.plusSeconds(buckets * SECONDS_OF_HOUR), zone);
      case DAY -> startOf(LocalDate.ofInstant(start, zone).plusDays(buckets), zone);
      case MONTH -> startOf(LocalDate.ofInstant(start, zone).plusMonths(buckets), zone);
    };
  }

  /** The same in UTC. */
  public Instant plus(Instant start, long buckets) {
    return plus(start, buckets, ZoneOffset.UTC);
  }

  /** Midnight, or what a zone has instead of it where its clocks leave it out. */
  private static Instant startOf(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant();
  }
}
