package io.feedbackplatform.core.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which counters should have been at rest. */
class RecountReportTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void awaitsThatAnHourIsOverForADay() {
    var hour = new Bucket.Hour(Instant.parse("2026-11-22T17:00:00Z"));

    assertRestsFrom(Instant.parse("2026-11-23T18:00:00Z"), hour);
  }

  /** In the last place where it is still that day. */
  @Test
  void awaitsThatADayIsOverForADay() {
    assertRestsFrom(
        Instant.parse("2026-11-24T18:00:00Z"), new Bucket.Day(LocalDate.parse("2026-11-22")));
  }

  @Test
  void awaitsThatAMonthIsOverForADay() {
    assertRestsFrom(
        Instant.parse("2026-12-02T18:00:00Z"), new Bucket.Month(YearMonth.parse("2026-11")));
  }

  @Test
  void awaitsNothingOfATotal() {
    assertThat(unsettled(new Bucket.Total(), 0).unsettledPast(Instant.MAX)).isZero();
  }

  @Test
  void tellsOfCountersThatAnItemWhichCannotBeReadKeepsFromBeingCompared() {
    var day = new Bucket.Day(LocalDate.parse("2026-11-22"));

    assertThat(unsettled(day, 1).unsettledPast(Instant.parse("2026-12-22T00:00:00Z"))).isOne();
  }

  private static void assertRestsFrom(Instant then, Bucket bucket) {
    var report = unsettled(bucket, 0);
    assertThat(report.unsettledPast(then)).isZero();
    assertThat(report.unsettledPast(then.plus(SECOND))).isEqualTo(1);
  }

  private static RecountReport unsettled(Bucket bucket, long unreadable) {
    return new RecountReport(
        1, unreadable, 0, List.of(), List.of(new CounterKey(new Scope.Tenant(), bucket)));
  }
}
