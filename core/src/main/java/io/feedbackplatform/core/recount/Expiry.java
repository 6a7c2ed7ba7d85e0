package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.feedback.OpenedForm;
import io.feedbackplatform.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When feedback was submitted, and forms were opened, that may have expired. What expired stays
 * counted, though nothing of it is left to be added up.
 *
 * @param from when the first came that there may have been
 * @param to feedback from then on is still there
 * @param toOpened opened forms from then on are still there, which expire on a day of their own
 */
public record Expiry(Instant from, Instant to, Instant toOpened) {

  public static Expiry of(Tenant tenant, Instant now) {
    return new Expiry(
        tenant.createdAt(),
        tenant.retentionDays() == 0
            ? Instant.MIN
            : now.minus(Duration.ofDays(tenant.retentionDays())),
        now.minus(OpenedForm.RETENTION));
  }

  /** What a counter may have too much because it expired unseen. */
  Counts ofSurplus(Bucket bucket, Counts surplus) {
    var start = startOf(bucket);
    var opened = surplus.openedAlone();
    var lapsed = start.isBefore(to) ? surplus.minus(opened) : Counts.ZERO;
    return start.isBefore(toOpened) ? lapsed.plus(opened) : lapsed;
  }

  private Instant startOf(Bucket bucket) {
    return switch (bucket) {
      case Bucket.Total() -> from;
      case Bucket.Hour(var start) -> start;
      case Bucket.Day(var date) -> startOf(date);
      case Bucket.Month(var month) -> startOf(month.atDay(1));
    };
  }

  /** Where it begins first. */
  private static Instant startOf(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.MAX);
  }
}
