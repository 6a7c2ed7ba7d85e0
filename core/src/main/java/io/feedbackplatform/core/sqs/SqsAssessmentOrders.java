package io.feedbackplatform.core.sqs;

import io.feedbackplatform.core.assessment.AssessmentOrder;
import io.feedbackplatform.core.assessment.AssessmentOrders;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Keeps orders in a queue, each as a message of the tenant's and the feedback's ids. */
public final class SqsAssessmentOrders implements AssessmentOrders {

  /** The variable that tells a process the queue's URL. */
  public static final String QUEUE_VARIABLE = "FEEDBACK_ASSESSMENTS_QUEUE_URL";

  /** As many as one request takes (API_SendMessageBatch). */
  private static final int MOST_AT_ONCE = 10;

  private static final String SEPARATOR = "/";

  private final SqsClient client;
  private final String queueUrl;

  public SqsAssessmentOrders(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  /**
   * @throws IllegalStateException naming the variable that is missing
   */
  public static SqsAssessmentOrders fromEnvironment(
      SqsClient client, Map<String, String> environment) {
    return new SqsAssessmentOrders(
        client, QueueUrl.from(environment, QUEUE_VARIABLE, "assessments"));
  }

  /**
   * The order that a message's body is.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static AssessmentOrder orderOf(String body) {
    var parts = body.split(SEPARATOR, -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("not an order of an assessment");
    }
    return new AssessmentOrder(new TenantId(parts[0]), new FeedbackId(parts[1]));
  }

  /** The body of an order's message. */
  public static String bodyOf(AssessmentOrder order) {
    return order.tenant().value() + SEPARATOR + order.feedback().value();
  }

  @Override
  public void place(List<AssessmentOrder> orders) {
    for (int from = 0; from < orders.size(); from += MOST_AT_ONCE) {
      send(orders.subList(from, Math.min(orders.size(), from + MOST_AT_ONCE)));
    }
  }

  private void send(List<AssessmentOrder> orders) {
    var entries =
        IntStream.range(0, orders.size())
            .mapToObj(i ->
                SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .messageBody(bodyOf(orders.get(i)))
                    .build())
            .toList();
    var answer = client.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
    if (answer.hasFailed() && !answer.failed().isEmpty()) {
      throw new IllegalStateException(
          "the queue of assessments took %d of %d orders"
              .formatted(orders.size() - answer.failed().size(), orders.size()));
    }
  }
}
