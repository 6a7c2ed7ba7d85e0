package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.spam.SpamScore;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a piece of feedback came, which nothing changes later.
 *
 * @param at when, to the millisecond
 * @param zone the tenant's time zone at that time: the feedback belongs to hours, days and months
 *     there
 * @param expiresAt when it ceases to exist, to the second; absent to keep it
 * @param spam how much it looked like spam, whatever the team has said since
 * @param overQuota whether its month had as much feedback as the tenant's plan covers before it
 * @param fromOpenedForm whether it came by a form whose opening is counted
 */
public record Arrival(
    Instant at,
    ZoneId zone,
    @Nullable Instant expiresAt,
    SpamScore spam,
    boolean overQuota,
    boolean fromOpenedForm) {

  /** Not by such a form. */
  public Arrival(
      Instant at, ZoneId zone, @Nullable Instant expiresAt, SpamScore spam, boolean overQuota) {
    this(at, zone, expiresAt, spam, overQuota, false);
  }
}
