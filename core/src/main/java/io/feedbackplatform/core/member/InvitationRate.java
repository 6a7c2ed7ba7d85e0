package io.feedbackplatform.core.member;

import io.feedbackplatform.core.DomainException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many links a tenant has made in an hour of the clock. Each may be a mail to a stranger, so
 * there is an end to them.
 *
 * @param hour its first instant
 */
public record InvitationRate(Instant hour, int made) {

  /** What a tenant may make in an hour: whole teams, and no flood. */
  public static final int MOST = 100;

  /**
   * The count with one more.
   *
   * @param last what was counted last; null before the first
   * @throws DomainException.TooManyInvitations when there are enough for this hour
   */
  public static InvitationRate after(@Nullable InvitationRate last, Instant now) {
    var hour = now.truncatedTo(ChronoUnit.HOURS);
    int made = last == null || !last.hour().equals(hour) ? 0 : last.made();
    if (made >= MOST) {
      throw new DomainException.TooManyInvitations(now.until(hour.plus(1, ChronoUnit.HOURS)));
    }
    return new InvitationRate(hour, made + 1);
  }
}
