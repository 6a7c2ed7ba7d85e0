package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.dynamodb.FeedbackImages;
import io.feedbackplatform.core.dynamodb.TableLayout;
import java.util.HashMap;
import java.util.Map;
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
        toSdk(images.getOldImage()),
        toSdk(images.getNewImage()),
        (identity != null && TIME_TO_LIVE.equals(identity.getPrincipalId())) || wasDue(images));
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

  private static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> toSdk(
      @Nullable Map<String, AttributeValue> image) {
    var attributes =
        new HashMap<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>();
    if (image != null) {
      image.forEach((name, value) -> attributes.put(name, toSdk(value)));
    }
    return attributes;
  }

  /** Only the types that feedback uses. */
  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue toSdk(
      AttributeValue value) {
    var sdk = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
    if (value.getS() != null) {
      return sdk.s(value.getS()).build();
    }
    if (value.getN() != null) {
      return sdk.n(value.getN()).build();
    }
    if (value.getM() != null) {
      return sdk.m(toSdk(value.getM())).build();
    }
    if (value.getL() != null) {
      return sdk.l(value.getL().stream().map(StreamRecords::toSdk).toList()).build();
    }
    if (value.getBOOL() != null) {
      return sdk.bool(value.getBOOL()).build();
    }
    if (value.getSS() != null) {
      return sdk.ss(value.getSS()).build();
    }
    if (value.getNULL() != null) {
      return sdk.nul(value.getNULL()).build();
    }
    throw new IllegalArgumentException("an attribute of a type that feedback does not have");
  }
}
