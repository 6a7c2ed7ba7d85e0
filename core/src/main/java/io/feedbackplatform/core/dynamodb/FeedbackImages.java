package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.tenant.TenantId;
import software.amazon.awssdk.services.dynamodb.model.OperationType;

/** Reads what a record of the feedback table's stream means from the images that it carries. */
public final class FeedbackImages {

  private FeedbackImages() {}

  /**
   * @param before image before the change, not looked at for an insertion
   * @param after image after the change, not looked at for a removal
   * @param byTimeToLive whether DynamoDB itself removed the item because its time was up
   * @throws RuntimeException when the images are not those of feedback
   */
  public static FeedbackChange changeOf(
      OperationType operation, FeedbackImage before, FeedbackImage after, boolean byTimeToLive) {
    return switch (operation) {
      case INSERT -> new FeedbackChange.Created(tenantOf(after), CountableItem.of(after));
      case MODIFY ->
          new FeedbackChange.Updated(
              tenantOf(after), CountableItem.of(before), CountableItem.of(after));
      case REMOVE ->
          byTimeToLive
              ? new FeedbackChange.Expired(tenantOf(before), CountableItem.of(before))
              : new FeedbackChange.Deleted(tenantOf(before), CountableItem.of(before));
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("not an operation on an item: " + operation);
    };
  }

  private static TenantId tenantOf(FeedbackImage image) {
    return Key.tenantOf(CountableItem.required(image, TableLayout.PARTITION_KEY));
  }
}
