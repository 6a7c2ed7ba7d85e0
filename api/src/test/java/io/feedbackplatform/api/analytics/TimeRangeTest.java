package io.feedbackplatform.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.analytics.Granularity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {

  private static TimeRange range(Granularity granularity, String zone, String from, String to) {
    var id = ZoneId.of(zone);
    return TimeRange.around(
        granularity,
        id,
        LocalDate.parse(from).atStartOfDay(id).toInstant(),
        LocalDate.parse(to).atStartOfDay(id).toInstant());
  }

  private static List<Long> minutes(TimeRange range) {
    return range.periods().stream()
        .map(period -> Duration.between(period.start(), period.end()).toMinutes())
        .toList();
  }

  @Test
  void hasDaysOf23And25Hours() {
    assertThat(minutes(range(Granularity.DAY, "Europe/Berlin", "2026-03-28", "2026-03-31")))
        .containsExactly(1_440L, 1_380L, 1_440L);
    assertThat(minutes(range(Granularity.DAY, "Europe/Berlin", "2026-10-24", "2026-10-27")))
        .containsExactly(1_440L, 1_500L, 1_440L);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29, 23",
    "Europe/Berlin, 2026-10-25, 25",
    "America/New_York, 2026-03-08, 23",
    "America/New_York, 2026-11-01, 25",
    "Asia/Kathmandu, 2026-10-25, 24",
    "America/St_Johns, 2026-11-01, 25"
  })
  void hasAsManyHoursAsTheDay(String zone, String date, int hours) {
    var day = range(Granularity.HOUR, zone, date, LocalDate.parse(date).plusDays(1).toString());

    assertThat(day.length()).isEqualTo(hours);
    assertThat(minutes(day)).hasSize(hours).containsOnly(60L);
  }

  /** The clocks there go back by half an hour, at 2:00, to 1:30. */
  @Test
  void hasHoursOfHalfAnHourWhereClocksMoveByThat() {
    var autumn = range(Granularity.HOUR, "Australia/Lord_Howe", "2026-04-05", "2026-04-06");

    assertThat(minutes(autumn)).hasSize(25).contains(30L, 60L);
    assertThat(minutes(autumn).stream().mapToLong(Long::longValue).sum()).isEqualTo(24 * 60 + 30);
    assertThat(autumn.periods().get(2).start()).isEqualTo(Instant.parse("2026-04-04T15:00:00Z"));
  }

  @Test
  void beginsAndEndsWithItsPeriodsWhereClocksMoveByHalfAnHour() {
    var whole = range(Granularity.HOUR, "Australia/Lord_Howe", "2026-04-05", "2026-04-06");
    for (int first = 0; first < 5; first++) {
      var period = whole.periods().get(first);
      var range = new TimeRange(Granularity.HOUR, whole.zone(), period.key(), whole.to());

      assertThat(range.start()).isEqualTo(period.start());
      assertThat(range.before().finish()).isEqualTo(period.start());
    }
    assertThat(whole.finish()).isEqualTo(whole.to());
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Cairo",
    "America/Santiago",
    "America/Havana",
    "Pacific/Apia",
    "Africa/Casablanca",
    "UTC"
  })
  void leavesNoGapAndCountsNothingTwice(String zone) {
    for (var width : Granularity.values()) {
      assertTiled(range(width, zone, "2011-12-15", "2012-01-10"));
      assertTiled(range(width, zone, "2026-03-01", "2026-05-01"));
      assertTiled(range(width, zone, "2026-10-01", "2026-11-05"));
    }
  }

  private static void assertTiled(TimeRange range) {
    var end = range.from();
    for (var period : range.periods()) {
      assertThat(period.start()).isEqualTo(end).isBefore(period.end());
      assertThat(range.granularity().startOf(period.start(), range.zone())).isEqualTo(period.key());
      assertThat(range.granularity().startOf(period.end().minusMillis(1), range.zone()))
          .isEqualTo(period.key());
      end = period.end();
    }
    assertThat(end).isEqualTo(range.to());
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-03-01, 2026-04-01, 2026-02-01",
    "DAY, 2026-01-01, 2027-01-01, 2025-01-01",
    "MONTH, 2026-03-01, 2026-04-01, 2026-02-01",
    "MONTH, 2026-01-01, 2026-04-01, 2025-10-01",
    "DAY, 2026-03-02, 2026-04-01, 2026-01-31",
    "DAY, 2026-10-25, 2026-10-26, 2026-10-24",
    "HOUR, 2026-10-25, 2026-10-26, 2026-10-24",
    "HOUR, 2026-10-01, 2026-11-01, 2026-09-01"
  })
  void isComparedWithAsManyMonthsOrDays(Granularity width, String from, String to, String before) {
    var range = range(width, "Europe/Berlin", from, to);

    assertThat(range.before().first()).isEqualTo(before);
    assertThat(range.before().from())
        .isEqualTo(LocalDate.parse(before).atStartOfDay(range.zone()).toInstant());
    assertThat(range.before().to()).isEqualTo(range.from());
  }

  @Test
  void isComparedWithAsManyHoursWhereItIsNotMadeOfDays() {
    var afternoon =
        TimeRange.around(
            Granularity.HOUR,
            ZoneId.of("Europe/Berlin"),
            Instant.parse("2026-10-25T12:00:00Z"),
            Instant.parse("2026-10-25T17:30:00Z"));

    assertThat(afternoon.length()).isEqualTo(6);
    assertThat(afternoon.before().from()).isEqualTo(Instant.parse("2026-10-25T06:00:00Z"));
  }
}
