package io.feedbackplatform.workers.dispatch;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.assessment.AssessmentOrder;
import io.feedbackplatform.core.assessment.OrderAssessments;
import io.feedbackplatform.core.dynamodb.FeedbackImages;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.workers.stream.StreamImage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.OperationType;

/** Orders what follows from the records of a batch; ordering it twice does no harm. */
final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final OrderAssessments assessments;

  Dispatcher(OrderAssessments assessments) {
    this.assessments = assessments;
  }

  private record Due(String sequenceNumber, AssessmentOrder order) {}

  /**
   * @return sequence number of the first record that is to come again; empty when none is
   */
  Optional<String> dispatch(List<DynamodbStreamRecord> records) {
    var due = records.stream().map(Dispatcher::due).filter(Objects::nonNull).toList();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    try {
      int ordered =
          assessments.order(due.stream().map(Due::order).toList(), Dispatcher::unreadable);
      LOG.atInfo().addKeyValue("assessments", ordered).log("dispatched");
      return Optional.empty();
    } catch (RuntimeException failure) {
      LOG.atError()
          .setCause(failure)
          .addKeyValue("assessments", due.size())
          .log("Assessments could not be ordered; their records will be delivered again.");
      return Optional.of(due.getFirst().sequenceNumber());
    }
  }

  private static void unreadable(TenantId tenant, RuntimeException failure) {
    LOG.atError()
        .setCause(failure)
        .addKeyValue("tenantId", tenant)
        .log("A tenant cannot be read; Comprehend is not asked for its feedback.");
  }

  /** What is no feedback, or cannot be read, is the business of the one that counts. */
  private static @Nullable Due due(DynamodbStreamRecord streamRecord) {
    var images = streamRecord.getDynamodb();
    return FeedbackImages.assessmentOf(
            OperationType.fromValue(streamRecord.getEventName()),
            StreamImage.of(images.getOldImage()),
            StreamImage.of(images.getNewImage()))
        .map(order -> new Due(images.getSequenceNumber(), order))
        .orElse(null);
  }
}
