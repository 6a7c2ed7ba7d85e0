package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;

/** Reads what a record of the feedback table's stream means from the images that it carries. */
public final class FeedbackImages {

  private FeedbackImages() {}

  /**
   * @param before image before the change, empty for an insertion
   * @param after image after the change, empty for a removal
   * @param byTimeToLive whether DynamoDB itself removed the item because its time was up
   * @throws RuntimeException when the images are not those of feedback
   */
  public static FeedbackChange changeOf(
      OperationType operation,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after,
      boolean byTimeToLive) {
    var old = Item.of(before);
    var young = Item.of(after);
    return switch (operation) {
      case INSERT -> new FeedbackChange.Created(tenantOf(young), FeedbackItem.toFeedback(young));
      case MODIFY ->
          new FeedbackChange.Updated(
              tenantOf(young), FeedbackItem.toFeedback(old), FeedbackItem.toFeedback(young));
      case REMOVE ->
          byTimeToLive
              ? new FeedbackChange.Expired(tenantOf(old), FeedbackItem.toFeedback(old))
              : new FeedbackChange.Deleted(tenantOf(old), FeedbackItem.toFeedback(old));
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("not an operation on an item: " + operation);
    };
  }

  private static TenantId tenantOf(Item item) {
    return Key.tenantOf(item.requiredText(TableLayout.PARTITION_KEY));
  }
}
