package io.feedbackplatform.core.change;

import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.OpenedForm;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a piece of feedback, or to an opened form, as far as it counts. */
public sealed interface FeedbackChange {

  TenantId tenant();

  /** It was submitted, or opened. */
  record Created(TenantId tenant, Countable feedback) implements FeedbackChange {

    public Created(TenantId tenant, Feedback feedback) {
      this(tenant, Countable.of(feedback));
    }

    public Created(TenantId tenant, OpenedForm form) {
      this(tenant, Countable.of(form));
    }
  }

  /** It was edited or moved to another status. */
  record Updated(TenantId tenant, Countable before, Countable after) implements FeedbackChange {

    public Updated(TenantId tenant, Feedback before, Feedback after) {
      this(tenant, Countable.of(before), Countable.of(after));
    }
  }

  /** Somebody deleted it: it counts no more. */
  record Deleted(TenantId tenant, Countable feedback) implements FeedbackChange {

    public Deleted(TenantId tenant, Feedback feedback) {
      this(tenant, Countable.of(feedback));
    }
  }

  /** Its time was up: it is gone, and stays counted. */
  record Expired(TenantId tenant, Countable feedback) implements FeedbackChange {

    public Expired(TenantId tenant, Feedback feedback) {
      this(tenant, Countable.of(feedback));
    }

    public Expired(TenantId tenant, OpenedForm form) {
      this(tenant, Countable.of(form));
    }
  }

  /** How the tenant's counters change with it; counters that stay as they are do not appear. */
  default List<CounterChange> difference() {
    return switch (this) {
      case Created(var tenant, var feedback) -> feedback.added();
      case Updated(var tenant, var before, var after) -> before.becoming(after);
      case Deleted(var tenant, var feedback) -> feedback.removed();
      case Expired(var tenant, var feedback) -> feedback.expired();
    };
  }

  /**
   * This change as the stream's event.
   *
   * @param at when the stream says that it happened, absent when it does not say
   */
  default CountedEvent event(String eventId, @Nullable Instant at) {
    return new CountedEvent(eventId, at, difference());
  }
}
