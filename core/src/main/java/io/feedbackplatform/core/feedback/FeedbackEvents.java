package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.feedback.FeedbackEdit.Field;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How changes of feedback are told in its tenant's audit. */
public final class FeedbackEvents {

  private FeedbackEvents() {}

  /** The event of an edit that made the feedback different. */
  public static AuditEvent changed(Feedback before, List<Field> changes, Actor actor, Instant now) {
    return AuditEvent.of(
        actor,
        changes.equals(List.of(Field.STATUS))
            ? Operation.FEEDBACK_STATUS_CHANGED
            : Operation.FEEDBACK_CHANGED,
        now,
        new Target(Target.Kind.FEEDBACK, before.id().value()),
        changes.stream().map(field -> field.name().toLowerCase(Locale.ROOT)).toList());
  }
}
