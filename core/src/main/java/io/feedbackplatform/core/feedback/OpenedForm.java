package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.site.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * That somebody opened a site's form. Who it was, and on which page, nobody asks.
 *
 * @param at when, to the millisecond
 * @param zone the tenant's time zone at that time
 * @param expiresAt when it may be forgotten, to the second: it stays counted
 */
public record OpenedForm(String id, SiteId site, Instant at, ZoneId zone, Instant expiresAt) {

  /**
   * Longer than a stream holds a record (24 hours), than a night without a recount and than the
   * weekend before somebody redrives what was parked: as long as it is there, a recount can count
   * it.
   */
  public static final Duration RETENTION = Duration.ofDays(7);
}
