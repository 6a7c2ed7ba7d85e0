package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The feedback of each tenant. Whatever has expired is not there, from the second it expires. */
public interface FeedbackStore {

  /**
   * Keeps a new piece of feedback together with its idempotency record, if any: both or neither.
   *
   * @return {@link Creation.Created} only when all of it is durable
   */
  Creation create(TenantId tenant, Feedback feedback, @Nullable IdempotencyRecord idempotency);

  Optional<Feedback> find(TenantId tenant, FeedbackId id);

  /**
   * Reads newest first. What was written within the last second may be missing, or be there as it
   * was before; {@link #find} has it at once.
   *
   * @param limit 1 to 100; a page may hold fewer and yet not be the last
   * @param after the {@link FeedbackPage#next} of the page before, or absent to begin
   */
  FeedbackPage list(TenantId tenant, int limit, @Nullable FeedbackId after);
}
