package io.feedbackplatform.workers.assessment;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.feedbackplatform.core.assessment.AssessFeedback;
import io.feedbackplatform.core.assessment.AssessmentOrder;
import io.feedbackplatform.core.comprehend.ComprehendSentimentAnalyzer;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.sqs.SqsAssessmentOrders;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Lambda behind the queue of assessments, which must report batch item failures: it answers with
 * the messages that are to come again, and the queue forgets the others.
 */
public final class AssessHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(AssessHandler.class);

  private final AssessFeedback assessing;

  /** For Lambda: on the tables that the environment names. */
  public AssessHandler() {
    this(
        new DynamoDbStorage(
            DynamoDbClient.builder()
                .overrideConfiguration(limits ->
                    limits
                        .apiCallAttemptTimeout(Duration.ofSeconds(2))
                        .apiCallTimeout(Duration.ofSeconds(5)))
                .build(),
            TableNames.fromEnvironment(System.getenv()),
            Clock.systemUTC()));
  }

  private AssessHandler(Storage storage) {
    this(
        new AssessFeedback(
            storage.tenants()::find,
            storage.feedback(),
            new ComprehendSentimentAnalyzer(ComprehendClient.builder())));
  }

  /** With everything given. */
  public AssessHandler(AssessFeedback assessing) {
    this.assessing = assessing;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      var failures = new ArrayList<BatchItemFailure>();
      var messages = new LinkedHashMap<String, AssessmentOrder>();
      for (var message : event.getRecords()) {
        read(message, messages, failures);
      }
      var log = new Log();
      assessing.assess(List.copyOf(messages.values()), log);
      messages.forEach((id, order) -> {
        if (log.failed.contains(order)) {
          failures.add(new BatchItemFailure(id));
        }
      });
      LOG.atInfo()
          .addKeyValue("orders", event.getRecords().size())
          .addKeyValue("assessed", log.assessed)
          .addKeyValue("left", log.left)
          .addKeyValue("failed", failures.size())
          .log("assessed");
      return new SQSBatchResponse(failures);
    }
  }

  /** What is no order ends, after its attempts, where somebody looks at it. */
  private static void read(
      SQSMessage message,
      LinkedHashMap<String, AssessmentOrder> messages,
      List<BatchItemFailure> failures) {
    try {
      messages.put(message.getMessageId(), SqsAssessmentOrders.orderOf(message.getBody()));
    } catch (IllegalArgumentException unreadable) {
      LOG.atError()
          .setCause(unreadable)
          .addKeyValue("messageId", message.getMessageId())
          .log("A message is no order of an assessment.");
      failures.add(new BatchItemFailure(message.getMessageId()));
    }
  }

  private static final class Log implements AssessFeedback.Listener {

    private final Set<AssessmentOrder> failed = new HashSet<>();
    private int assessed;
    private int left;

    @Override
    public void assessed(AssessmentOrder order) {
      assessed++;
    }

    @Override
    public void left(AssessmentOrder order, String why) {
      left++;
      LOG.atInfo()
          .addKeyValue("tenantId", order.tenant())
          .addKeyValue("feedbackId", order.feedback())
          .addKeyValue("why", why)
          .log("Comprehend does not judge this; the lexicon's word stands.");
    }

    @Override
    public void failed(AssessmentOrder order, RuntimeException failure) {
      failed.add(order);
      LOG.atWarn()
          .setCause(failure)
          .addKeyValue("tenantId", order.tenant())
          .addKeyValue("feedbackId", order.feedback())
          .log("Feedback could not be assessed; the order will be delivered again.");
    }
  }
}
