package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.proof.SpentChallenge;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The feedback of each tenant. Whatever has expired is not there, from the second it expires. */
public interface FeedbackStore {

  /**
   * Keeps a new piece of feedback together with its idempotency record and the challenge that was
   * solved for it, if any: all or nothing.
   *
   * @return {@link Creation.Created} only when all of it is durable
   */
  Creation create(
      TenantId tenant,
      Feedback feedback,
      @Nullable IdempotencyRecord idempotency,
      @Nullable SpentChallenge challenge);

  /** The same for feedback that needs no challenge. */
  default Creation create(
      TenantId tenant, Feedback feedback, @Nullable IdempotencyRecord idempotency) {
    return create(tenant, feedback, idempotency, null);
  }

  /**
   * What {@link #create} would say if only the idempotency record mattered; empty when it stands
   * for nothing yet. Writes nothing.
   */
  Optional<Creation> recall(TenantId tenant, Feedback feedback, IdempotencyRecord idempotency);

  Optional<Feedback> find(TenantId tenant, FeedbackId id);

  /**
   * Reads newest first. What was written within the last second may be missing, or be there as it
   * was before; {@link #find} has it at once.
   *
   * @param limit 1 to 100; a page may hold fewer, or nothing, and yet not be the last
   * @param after the {@link FeedbackPage#next} of the page before, or absent to begin
   */
  FeedbackPage list(TenantId tenant, FeedbackFilter filter, int limit, @Nullable FeedbackId after);

  /** The same of whatever is no spam. */
  default FeedbackPage list(TenantId tenant, int limit, @Nullable FeedbackId after) {
    return list(tenant, FeedbackFilter.NO_SPAM, limit, after);
  }

  /**
   * Reads the feedback of a span, newest first and whatever its status, until somebody has enough
   * of it. What is read of the table is about as much as was taken; so is what it costs.
   *
   * @param reader says whether it takes what it is given and wants more
   * @return whether the reader took all there is
   */
  boolean readNewest(TenantId tenant, Span span, Predicate<Feedback> reader);

  /**
   * Changes feedback, audited as one change. Does nothing when it is so already.
   *
   * @param expected whether it is as whoever changes it believes; nobody else of the team changes
   *     it between this question and the change
   * @throws io.feedbackplatform.core.DomainException.NotFound when the tenant has no such feedback
   * @throws io.feedbackplatform.core.DomainException.Outdated when it is not as expected
   */
  Feedback change(
      TenantId tenant, FeedbackId id, FeedbackEdit edit, Actor actor, Predicate<Feedback> expected);

  /** The same, whatever it is like. */
  default Feedback change(TenantId tenant, FeedbackId id, FeedbackEdit edit, Actor actor) {
    return change(tenant, id, edit, actor, any -> true);
  }

  /**
   * Replaces the lexicon's assessment by another program's, as long as the feedback is there and
   * its mood {@linkplain io.feedbackplatform.core.sentiment.Mood#isOpen() open}: whatever a person
   * says, before or at this moment, stands. No entry of the audit tells of it.
   *
   * @return whether it was replaced
   * @throws IllegalArgumentException when the assessment is a person's
   */
  boolean assess(TenantId tenant, FeedbackId id, Assessment assessment);

  /** The same of nothing but its status. */
  default Feedback changeStatus(TenantId tenant, FeedbackId id, Status status, Actor actor) {
    return change(tenant, id, FeedbackEdit.move(status), actor);
  }
}
