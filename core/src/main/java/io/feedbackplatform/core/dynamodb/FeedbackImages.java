package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.assessment.AssessmentOrder;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.recount.FenceMark;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.OperationType;

/** Reads what a record of the feedback table's stream means from the images that it carries. */
public final class FeedbackImages {

  private static final String SPAM = Item.constantOf(Status.SPAM).s();

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

  /**
   * The order that follows from a change: of feedback with a message, when it comes and is no spam,
   * or turns out to be none. What the message says is not looked at.
   *
   * @param before image before the change, not looked at for an insertion
   */
  public static Optional<AssessmentOrder> assessmentOf(
      OperationType operation, FeedbackImage before, FeedbackImage after) {
    boolean appears =
        switch (operation) {
          case INSERT -> true;
          case MODIFY -> isSpam(before);
          case REMOVE, UNKNOWN_TO_SDK_VERSION -> false;
        };
    return appears && after.text(FeedbackItem.MESSAGE) != null && !isSpam(after)
        ? idOf(after).flatMap(id -> ownerOf(after).map(tenant -> new AssessmentOrder(tenant, id)))
        : Optional.empty();
  }

  private static boolean isSpam(FeedbackImage image) {
    return SPAM.equals(image.text(FeedbackItem.STATUS));
  }

  /** The marker of a fence that an item is, if its key says that it is one. */
  public static Optional<FenceMark> markOf(FeedbackImage key) {
    var partition = key.text(TableLayout.PARTITION_KEY);
    var sort = key.text(TableLayout.SORT_KEY);
    return partition == null || sort == null
        ? Optional.empty()
        : Key.fenceMark(new Key(partition, sort));
  }

  /** The tenant in whose partition an item lies, if its key tells. */
  public static Optional<TenantId> ownerOf(FeedbackImage key) {
    try {
      return Optional.of(tenantOf(key));
    } catch (IllegalStateException | IllegalArgumentException ofNobody) {
      return Optional.empty();
    }
  }

  /** The piece of feedback that an item is, if its key tells. */
  public static Optional<FeedbackId> idOf(FeedbackImage key) {
    return Optional.ofNullable(key.text(TableLayout.SORT_KEY)).flatMap(FeedbackId::parse);
  }

  private static TenantId tenantOf(FeedbackImage image) {
    return Key.tenantOf(CountableItem.required(image, TableLayout.PARTITION_KEY));
  }
}
