package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recount of one tenant that somebody ordered, and what became of it.
 *
 * @param repair whether it is to mend what does not fit
 * @param orderedBy the identity provider's id of the operator
 * @param startedAt when it was last begun
 * @param endedAt when it was over, one way or the other
 * @param result what it found; absent when it failed
 */
public record OrderedRecount(
    RecountId id,
    boolean repair,
    String orderedBy,
    Instant orderedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable RecountResult result) {

  /** An order that has not ended by then is lost, and keeps nobody from another. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** How long an order is kept, with what was found. */
  public static final Duration RETENTION = Duration.ofDays(30);

  /** What became of an order. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
  }

  static OrderedRecount now(boolean repair, String orderedBy, Instant now) {
    return new OrderedRecount(RecountId.next(), repair, orderedBy, now, null, null, null);
  }

  /** How the order is told in the tenant's audit. */
  public AuditEvent event(Actor actor) {
    var target = new Target(Target.Kind.RECOUNT, id.value());
    return AuditEvent.of(actor, Operation.RECOUNT_ORDERED, orderedAt, target, List.of("repair"));
  }

  /** From when on it is lost, unless it has ended. */
  public Instant openUntil() {
    return orderedAt.plus(LONGEST);
  }

  public boolean isOpenAt(Instant now) {
    return endedAt == null && now.isBefore(openUntil());
  }

  public State stateAt(Instant now) {
    if (result != null) {
      return State.DONE;
    }
    if (!isOpenAt(now)) {
      return State.FAILED;
    }
    return startedAt == null ? State.QUEUED : State.RUNNING;
  }

  public OrderedRecount startedAt(Instant now) {
    return new OrderedRecount(id, repair, orderedBy, orderedAt, now, null, null);
  }

  /**
   * @param found null when it failed
   */
  public OrderedRecount endedAt(Instant now, @Nullable RecountResult found) {
    return new OrderedRecount(id, repair, orderedBy, orderedAt, startedAt, now, found);
  }
}
