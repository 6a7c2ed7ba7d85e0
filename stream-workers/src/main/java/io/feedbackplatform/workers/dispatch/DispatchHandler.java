package io.feedbackplatform.workers.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.feedbackplatform.core.assessment.OrderAssessments;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.sqs.SqsAssessmentOrders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.MDC;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda behind the stream of the feedback table, beside the one that counts; it must report batch
 * item failures. It does nothing by itself that takes long: it puts into queues what others do.
 */
public final class DispatchHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private final Dispatcher dispatcher;

  /** For Lambda: on the tables and the queue that the environment names. */
  public DispatchHandler() {
    this(
        new OrderAssessments(
            new DynamoDbStorage(
                        limited(DynamoDbClient.builder()),
                        TableNames.fromEnvironment(System.getenv()),
                        Clock.systemUTC())
                    .tenants()
                ::find,
            SqsAssessmentOrders.fromEnvironment(limited(SqsClient.builder()), System.getenv())));
  }

  /** With everything given. */
  public DispatchHandler(OrderAssessments assessments) {
    this.dispatcher = new Dispatcher(assessments);
  }

  /** A request that hangs must not use up the time that Lambda gives a batch. */
  private static <C> C limited(AwsClientBuilder<?, C> builder) {
    return builder
        .overrideConfiguration(limits ->
            limits
                .apiCallAttemptTimeout(Duration.ofSeconds(2))
                .apiCallTimeout(Duration.ofSeconds(5)))
        .build();
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      var failures =
          dispatcher
              .dispatch(event.getRecords())
              .map(sequenceNumber -> List.of(new BatchItemFailure(sequenceNumber)))
              .orElse(List.of());
      return new StreamsEventResponse(failures);
    }
  }
}
