package io.feedbackplatform.core.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That all of a tenant is to be removed.
 *
 * @param scheduledBy the id of whoever decided it
 * @param dueAt the end of the grace: nothing is removed before
 * @param startedAt when removing began; absent before, and from then on nothing can be cancelled
 */
public record Deletion(
    String scheduledBy, Instant scheduledAt, Instant dueAt, @Nullable Instant startedAt) {

  public static final int DEFAULT_GRACE_DAYS = 30;
  public static final int LONGEST_GRACE_DAYS = 90;

  public boolean isDueAt(Instant now) {
    return !now.isBefore(dueAt);
  }
}
