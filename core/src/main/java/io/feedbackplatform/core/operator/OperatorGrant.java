package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.member.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an operator may read what a tenant's viewers read, for a while.
 *
 * @param reason why, for the tenant to see, {@value #SHORTEST_REASON} to {@value #LONGEST_REASON}
 *     characters
 * @param until from when on it is void
 * @param endedAt when somebody ended it early
 * @param lastUsedAt when it was last made use of
 */
public record OperatorGrant(
    OperatorGrantId id,
    UserId operator,
    String reason,
    Instant from,
    Instant until,
    @Nullable Instant endedAt,
    @Nullable Instant lastUsedAt) {

  public static final int SHORTEST_REASON = 10;
  public static final int LONGEST_REASON = 500;
  public static final Duration DEFAULT_LENGTH = Duration.ofMinutes(60);
  public static final Duration LONGEST = Duration.ofMinutes(240);

  public OperatorGrant {
    if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("the reason of a grant has 10 to 500 characters");
    }
    if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST))) {
      throw new IllegalArgumentException("a grant holds for at most 240 minutes");
    }
  }

  public boolean isLiveAt(Instant now) {
    return endedAt == null && now.isBefore(until);
  }

  /** The grant, void from now on; as it is when it is void already. */
  public OperatorGrant endedAt(Instant now) {
    return isLiveAt(now)
        ? new OperatorGrant(id, operator, reason, from, until, now, lastUsedAt)
        : this;
  }

  public OperatorGrant usedAt(Instant now) {
    return new OperatorGrant(id, operator, reason, from, until, endedAt, now);
  }
}
