package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.analytics.Granularity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ends of a range, and remembers what is wrong with them: it has at least one bucket, at
 * most 1,000, and none before the year 2000.
 */
final class RangeRules {

  private static final long MOST_BUCKETS = 1_000;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final ZoneId zone;
  private final Instant now;
  private final List<Violation> violations;

  RangeRules(ZoneId zone, Instant now, List<Violation> violations) {
    this.zone = zone;
    this.now = now;
    this.violations = violations;
  }

  /** The instant, or the first one of the local date, that is written there; null when none is. */
  @Nullable Instant end(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      var instant =
          DATE.matcher(text).matches()
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              : Instant.parse(text);
      if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
        return instant;
      }
      refuse(name, "out_of_range", "Send a time from the year 2000 to the year 2199.");
    } catch (DateTimeException neither) {
      refuse(
          name,
          "invalid_instant",
          "Send an instant in UTC like 2026-11-01T00:00:00Z, or a date like 2026-11-01, which begins"
              + " by the tenant's clocks.");
    }
    return null;
  }

  /**
   * The buckets from the first instant to before the second; by default those that end with the
   * present one. Null when something is wrong with them.
   */
  @Nullable TimeRange range(Granularity granularity, @Nullable Instant from, @Nullable Instant to) {
    if (from != null && !from.isBefore(to == null ? now : to)) {
      refuse("from", "out_of_range", "Send a 'from' that lies before 'to' and before now.");
      return null;
    }
    var end = to == null ? now.plusNanos(1) : to;
    var last = TimeRange.around(granularity, zone, end.minusNanos(1), end);
    var start =
        from == null
            ? granularity.plus(last.to(), -defaultBuckets(granularity), zone)
            : granularity.startOf(from, zone);
    var range = new TimeRange(granularity, zone, start, last.to());
    if (range.length() > MOST_BUCKETS) {
      refuse(
          "from",
          "too_many_buckets",
          "This would be "
              + range.length()
              + " buckets; at most 1,000 are answered. Send a later 'from', an earlier 'to' or a coarser"
              + " granularity.");
      return null;
    }
    return range;
  }

  private void refuse(String field, String code, String message) {
    violations.add(new Violation(field, code, message));
  }

  private static long defaultBuckets(Granularity granularity) {
    return switch (granularity) {
      case HOUR -> 48;
      case DAY -> 30;
      case MONTH -> 12;
    };
  }
}
