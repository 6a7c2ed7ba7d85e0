package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.feedback.OpenedForm;
import io.feedbackplatform.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * When feedback was submitted, and forms were opened, that may have expired. What expired stays
 * counted, though nothing of it is left to be added up.
 *
 * @param from when the first came that there may have been
 * @param to feedback from then on is still there
 * @param toOpened opened forms from then on are still there, which expire on a day of their own
 */
public record Expiry(Instant from, Instant to, Instant toOpened) {

  /** Of a tenant whose feedback stays. */
  static final Expiry NONE = new Expiry(Instant.EPOCH, Instant.MIN, Instant.MIN);

  /** What is due goes within a few days (howitworks-ttl). */
  private static final Duration LAG = Duration.ofDays(4);

  /** Longer than a recount takes, during which more gets due. */
  private static final Duration MEANWHILE = Duration.ofHours(1);

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

  /**
   * Whether feedback or opened forms of its time may be going by themselves at the moment, each of
   * which is another write.
   */
  boolean goesOnIn(Bucket bucket) {
    return goesOnIn(bucket, to) || goesOnIn(bucket, toOpened);
  }

  private boolean goesOnIn(Bucket bucket, Instant due) {
    return startOf(bucket).isBefore(due.plus(MEANWHILE)) && due.minus(LAG).isBefore(endOf(bucket));
  }

  private Instant startOf(Bucket bucket) {
    return switch (bucket) {
      case Bucket.Total() -> from;
      case Bucket.Hour(var start) -> start;
      case Bucket.Day(var date) -> startOf(date);
      case Bucket.Month(var month) -> startOf(month.atDay(1));
    };
  }

  /** Of all times there is no end. */
  static Instant endOf(Bucket bucket) {
    return switch (bucket) {
      case Bucket.Total() -> Instant.MAX;
      case Bucket.Hour(var start) -> start.plus(1, ChronoUnit.HOURS);
      case Bucket.Day(var date) -> endOf(date);
      case Bucket.Month(var month) -> endOf(month.atEndOfMonth());
    };
  }

  /** Where it ends last. */
  private static Instant endOf(LocalDate date) {
    return date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.MIN);
  }

  /** Where it begins first. */
  private static Instant startOf(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.MAX);
  }
}
