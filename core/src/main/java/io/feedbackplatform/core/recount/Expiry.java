package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When feedback was submitted that may have expired. What expired stays counted, though nothing of
 * it is left to be added up.
 *
 * @param from when the first was submitted that there may have been
 * @param to what was submitted from then on is still there
 */
public record Expiry(Instant from, Instant to) {

  /** Where nothing expires. */
  public static final Expiry NONE = new Expiry(Instant.MIN, Instant.MIN);

  public static Expiry of(Tenant tenant, Instant now) {
    return tenant.retentionDays() == 0
        ? NONE
        : new Expiry(tenant.createdAt(), now.minus(Duration.ofDays(tenant.retentionDays())));
  }

  /** Whether some of what was submitted then may have expired. */
  boolean mayTouch(Bucket bucket) {
    return startOf(bucket).isBefore(to);
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
