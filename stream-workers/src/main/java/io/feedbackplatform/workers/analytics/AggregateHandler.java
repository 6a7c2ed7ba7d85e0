package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.parking.ParkedRecords;
import io.feedbackplatform.core.sqs.SqsParkedRecords;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.MDC;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda behind the stream of the feedback table, which must report batch item failures. It answers
 * with the first record that it could neither count nor park; Lambda then delivers that one and all
 * after it again.
 */
public final class AggregateHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  /**
   * Longer than from one look at the clock to the next: a few requests and a pause. Of a function
   * that has less than twice this it is half, so that it gets on at all.
   */
  private static final Duration STEP = Duration.ofSeconds(15);

  private final Aggregator aggregator;

  /** For Lambda: on the tables and the queue that the environment names. */
  public AggregateHandler() {
    this(
        aggregator(
            new DynamoDbStorage(
                limitedToOneAttempt(DynamoDbClient.builder()),
                TableNames.fromEnvironment(System.getenv()),
                Clock.systemUTC()),
            SqsParkedRecords.fromEnvironment(limited(SqsClient.builder()), System.getenv())));
  }

  private static Aggregator aggregator(Storage storage, ParkedRecords parked) {
    return new Aggregator(storage.counters(), storage.fences(), parked);
  }

  /** With everything given. */
  public AggregateHandler(Aggregator aggregator) {
    this.aggregator = aggregator;
  }

  /**
   * A request that hangs must not use up the time that Lambda gives a batch: better to fail and
   * have it delivered again.
   */
  static <C> C limited(AwsClientBuilder<?, C> builder) {
    return builder
        .overrideConfiguration(limits ->
            limits
                .apiCallAttemptTimeout(Duration.ofSeconds(2))
                .apiCallTimeout(Duration.ofSeconds(5)))
        .build();
  }

  /** The counters try again themselves, and both together would try for minutes. */
  static DynamoDbClient limitedToOneAttempt(DynamoDbClientBuilder builder) {
    return builder
        .overrideConfiguration(limits ->
            limits
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallAttemptTimeout(Duration.ofSeconds(2))
                .apiCallTimeout(Duration.ofSeconds(3)))
        .build();
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    var reserve = Math.min(STEP.toMillis(), context.getRemainingTimeInMillis() / 2);
    try (var _ = MDC.putCloseable("requestId", context.getAwsRequestId())) {
      var failures =
          aggregator
              .count(event.getRecords(), () -> context.getRemainingTimeInMillis() >= reserve)
              .map(sequenceNumber -> List.of(new BatchItemFailure(sequenceNumber)))
              .orElse(List.of());
      return new StreamsEventResponse(failures);
    }
  }
}
