package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.dynamodb.FeedbackImage;
import io.feedbackplatform.core.dynamodb.FeedbackImages;
import io.feedbackplatform.core.dynamodb.TableLayout;
import io.feedbackplatform.core.parking.ParkedRecord;
import io.feedbackplatform.core.parking.ParkedRecord.Reason;
import io.feedbackplatform.core.recount.FenceMark;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.workers.stream.StreamImage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.OperationType;

/** Lambda's records of the feedback table's stream, read as changes. */
final class StreamRecords {

  /**
   * Who removes an item whose time is up (DynamoDB developer guide, "Working with expired items and
   * TTL").
   */
  private static final String TIME_TO_LIVE = "dynamodb.amazonaws.com";

  private StreamRecords() {}

  static FeedbackChange changeOf(DynamodbStreamRecord streamRecord) {
    var images = streamRecord.getDynamodb();
    var identity = streamRecord.getUserIdentity();
    return FeedbackImages.changeOf(
        OperationType.fromValue(streamRecord.getEventName()),
        StreamImage.of(images.getOldImage()),
        StreamImage.of(images.getNewImage()),
        (identity != null && TIME_TO_LIVE.equals(identity.getPrincipalId())) || wasDue(images));
  }

  /** When the change happened, as far as the stream says so. */
  static @Nullable Instant at(DynamodbStreamRecord streamRecord) {
    var at = streamRecord.getDynamodb().getApproximateCreationDateTime();
    return at == null ? null : at.toInstant();
  }

  /** The marker of a fence, if the record tells of one. */
  static Optional<FenceMark> markOf(DynamodbStreamRecord streamRecord) {
    return FeedbackImages.markOf(keyOf(streamRecord.getDynamodb()));
  }

  /** Markers are set once, and go by themselves. */
  static boolean isInsertion(DynamodbStreamRecord streamRecord) {
    return OperationType.INSERT.toString().equals(streamRecord.getEventName());
  }

  static TenantId ownerOf(DynamodbStreamRecord streamRecord) {
    return FeedbackImages.ownerOf(keyOf(streamRecord.getDynamodb())).orElseThrow();
  }

  /** What may be kept of a record that cannot be read. */
  static ParkedRecord parked(DynamodbStreamRecord streamRecord, RuntimeException failure) {
    var images = streamRecord.getDynamodb();
    var key = keyOf(images);
    var tenant = FeedbackImages.ownerOf(key).orElse(null);
    return new ParkedRecord(
        tenant,
        streamRecord.getEventID(),
        images.getSequenceNumber(),
        streamRecord.getEventSourceARN(),
        FeedbackImages.idOf(key).orElse(null),
        tenant == null ? Reason.NO_TENANT : Reason.UNREADABLE,
        failure.getClass().getSimpleName());
  }

  /** Wherever a record tells it. */
  private static FeedbackImage keyOf(StreamRecord images) {
    for (var image : Arrays.asList(images.getKeys(), images.getNewImage(), images.getOldImage())) {
      if (image != null && image.containsKey(TableLayout.PARTITION_KEY)) {
        return StreamImage.of(image);
      }
    }
    return StreamImage.of(null);
  }

  /**
   * Of a global table's copies, only the one whose own clock ran out names who removed an item; the
   * others tell of a removal like any (DynamoDB developer guide, "TTL and global tables"). What is
   * removed when its time is up has expired, whoever was first.
   */
  private static boolean wasDue(StreamRecord images) {
    var old = images.getOldImage();
    var expiresAt = old == null ? null : old.get(TableLayout.FEEDBACK.timeToLive());
    var removed = images.getApproximateCreationDateTime();
    return expiresAt != null
        && expiresAt.getN() != null
        && removed != null
        && Long.parseLong(expiresAt.getN()) <= removed.toInstant().getEpochSecond();
  }
}
