package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.analytics.Granularity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of a series: at least one, at most 1,000, none before the year 2000.
 *
 * @param from start of the first bucket
 * @param buckets how many there are
 */
record SeriesRange(Granularity granularity, Instant from, long buckets) {

  private static final long MOST_BUCKETS = 1_000;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /**
   * The buckets that hold any instant from the first to before the second; by default those that
   * end with the present one.
   *
   * @throws DomainException.InvalidInput when the range is not one, or too long
   */
  static SeriesRange of(
      Granularity granularity, @Nullable Instant from, @Nullable Instant to, Instant now) {
    refuseOutOfRange("from", from);
    refuseOutOfRange("to", to);
    if (from != null && !from.isBefore(to == null ? now : to)) {
      throw invalid("from", "out_of_range", "Send a 'from' that lies before 'to' and before now.");
    }
    var end = to == null ? after(granularity, now) : endOf(granularity, to);
    var start =
        from == null
            ? granularity.plus(end, -defaultBuckets(granularity))
            : granularity.startOf(from);
    long buckets = between(granularity, start, end);
    if (buckets > MOST_BUCKETS) {
      throw invalid(
          "from",
          "too_many_buckets",
          "This would be "
              + buckets
              + " buckets; at most 1,000 are answered. Send a later 'from', an earlier 'to' or a coarser"
              + " granularity.");
    }
    return new SeriesRange(granularity, start, buckets);
  }

  Instant to() {
    return granularity.plus(from, buckets);
  }

  List<Instant> starts() {
    return LongStream.range(0, buckets).mapToObj(n -> granularity.plus(from, n)).toList();
  }

  private static Instant endOf(Granularity granularity, Instant to) {
    return granularity.startOf(to).equals(to) ? to : after(granularity, to);
  }

  private static Instant after(Granularity granularity, Instant instant) {
    return granularity.plus(granularity.startOf(instant), 1);
  }

  private static long between(Granularity granularity, Instant start, Instant end) {
    return switch (granularity) {
      case HOUR -> ChronoUnit.HOURS.between(start, end);
      case DAY -> ChronoUnit.DAYS.between(start, end);
      case MONTH ->
          ChronoUnit.MONTHS.between(start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC));
    };
  }

  private static long defaultBuckets(Granularity granularity) {
    return switch (granularity) {
      case HOUR -> 48;
      case DAY -> 30;
      case MONTH -> 12;
    };
  }

  private static void refuseOutOfRange(String name, @Nullable Instant instant) {
    if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
      throw invalid(name, "out_of_range", "Send an instant from the year 2000 to the year 2199.");
    }
  }

  private static DomainException invalid(String field, String code, String message) {
    return new DomainException.InvalidInput(List.of(new Violation(field, code, message)));
  }
}
