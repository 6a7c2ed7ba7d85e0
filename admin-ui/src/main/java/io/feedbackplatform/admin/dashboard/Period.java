package io.feedbackplatform.admin.dashboard;

import io.feedbackplatform.admin.api.Granularity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far back the dashboard looks. */
enum Period {
  HOURS("48h", "Last 48 hours", "the 48 hours before", Granularity.HOUR, 0),
  WEEK("7d", "Last 7 days", "the 7 days before", Granularity.DAY, 7),
  DAYS("30d", "Last 30 days", "the 30 days before", Granularity.DAY, 0),
  QUARTER("90d", "Last 90 days", "the 90 days before", Granularity.DAY, 90),
  YEAR("12m", "Last 12 months", "the 12 months before", Granularity.MONTH, 0);

  private final String key;
  private final String words;
  private final String before;
  private final Granularity granularity;
  private final int days;

  /**
   * @param days how many; 0 for the default of the granularity
   */
  Period(String key, String words, String before, Granularity granularity, int days) {
    this.key = key;
    this.words = words;
    this.before = before;
    this.granularity = granularity;
    this.days = days;
  }

  static Period of(String key) {
    return Stream.of(values()).filter(period -> period.key.equals(key)).findFirst().orElse(DAYS);
  }

  /** In addresses. */
  String key() {
    return key;
  }

  String words() {
    return words;
  }

  /** What it is compared with, in words. */
  String before() {
    return before;
  }

  Granularity granularity() {
    return granularity;
  }

  /** An instant of its first day by these clocks; null where the API knows by itself. */
  @Nullable Instant from(Instant now, ZoneId zone) {
    return days == 0 ? null : now.atZone(zone).minusDays(days - 1L).toInstant();
  }
}
