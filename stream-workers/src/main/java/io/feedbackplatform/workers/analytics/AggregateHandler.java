package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TableNames;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.MDC;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Lambda behind the stream of the feedback table, which must report batch item failures. It answers
 * with the first record that it could not count; Lambda then delivers that one and all after it
 * again.
 */
public final class AggregateHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private final Aggregator aggregator;

  /** For Lambda: on the tables that the environment names. */
  public AggregateHandler() {
    this(
        new Aggregator(
            new DynamoDbStorage(
                    limited(DynamoDbClient.builder()),
                    TableNames.fromEnvironment(System.getenv()),
                    Clock.systemUTC())
                .counters()));
  }

  /** With everything given. */
  public AggregateHandler(Aggregator aggregator) {
    this.aggregator = aggregator;
  }

  /**
   * A request that hangs must not use up the time that Lambda gives a batch: better to fail and
   * have it delivered again.
   */
  static DynamoDbClient limited(DynamoDbClientBuilder builder) {
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
          aggregator
              .count(event.getRecords())
              .map(sequenceNumber -> List.of(new BatchItemFailure(sequenceNumber)))
              .orElse(List.of());
      return new StreamsEventResponse(failures);
    }
  }
}
