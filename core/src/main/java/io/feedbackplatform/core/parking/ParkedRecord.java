package io.feedbackplatform.core.parking;

import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a stream record that could not be read: where it is to be found and whom it
 * concerns, and nothing that a visitor wrote.
 *
 * @param tenant absent when its key does not tell
 * @param eventId the stream's own name for the event
 * @param sequenceNumber its place in the stream's shard, absent when the record does not tell
 * @param streamArn the stream, absent when the record does not tell
 * @param feedback the piece of feedback, absent when its key does not tell
 * @param failure the class of the failure; its message could hold words of the record
 */
public record ParkedRecord(
    @Nullable TenantId tenant,
    String eventId,
    @Nullable String sequenceNumber,
    @Nullable String streamArn,
    @Nullable FeedbackId feedback,
    Reason reason,
    String failure) {

  /** Why it is here. */
  public enum Reason {
    /** It lies in no tenant's partition: there is nobody to count it for. */
    NO_TENANT,
    /** It is a tenant's, and not what feedback looks like. */
    UNREADABLE
  }
}
