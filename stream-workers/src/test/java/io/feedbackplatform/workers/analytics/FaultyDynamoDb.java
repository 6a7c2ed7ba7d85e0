package io.feedbackplatform.workers.analytics;

import io.feedbackplatform.core.dynamodb.DynamoDbDecorator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A client on which everything goes wrong now and then: requests are throttled, transactions
 * collide, batches answer in part, answers do not arrive, and the process ends before or after a
 * request takes effect.
 */
final class FaultyDynamoDb extends DynamoDbDecorator {

  /** The end of a process: nobody catches it but who starts the next. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
      super(where, null, false, false);
    }
  }

  /** Where the process may end: at each operation, on either side of it. */
  static final Set<String> SITES =
      Set.of(
          "before batchGetItem",
          "after batchGetItem",
          "before query",
          "after query",
          "before transactWriteItems",
          "after transactWriteItems");

  private static final double THROTTLED = 0.05;
  private static final double COLLIDING = 0.02;
  private static final double PARTIAL = 0.02;
  private static final double UNANSWERED = 0.02;

  private final Set<String> crashed = new ConcurrentSkipListSet<>();

  FaultyDynamoDb(DynamoDbClient client) {
    super(client);
  }

  /** Where a process ended so far. */
  Set<String> crashed() {
    return new TreeSet<>(crashed);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return call(
        "batchGetItem",
        0.002,
        () ->
            occurs(PARTIAL)
                ? BatchGetItemResponse.builder()
                    .responses(Map.of())
                    .unprocessedKeys(request.requestItems())
                    .build()
                : super.batchGetItem(request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return call("query", 0.01, () -> super.query(request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return call(
        "transactWriteItems",
        0.004,
        () -> {
          if (occurs(COLLIDING)) {
            throw cancelled(request.transactItems().size());
          }
          return super.transactWriteItems(request);
        });
  }

  private <R> R call(String operation, double deadly, Supplier<R> request) {
    crash("before " + operation, deadly);
    throttle();
    var response = request.get();
    crash("after " + operation, deadly);
    // The request took effect, and who asked cannot know.
    if (occurs(UNANSWERED)) {
      throw occurs(0.5)
          ? ApiCallTimeoutException.create(3_000)
          : ApiCallAttemptTimeoutException.create(2_000);
    }
    return response;
  }

  private void crash(String where, double deadly) {
    if (occurs(deadly)) {
      crashed.add(where);
      throw new Crash(where);
    }
  }

  private static void throttle() {
    if (occurs(THROTTLED / 2)) {
      throw ThrottlingException.builder().awsErrorDetails(code("ThrottlingException")).build();
    }
    if (occurs(THROTTLED / 2)) {
      throw ProvisionedThroughputExceededException.builder()
          .awsErrorDetails(code("ProvisionedThroughputExceededException"))
          .build();
    }
  }

  private static AwsErrorDetails code(String code) {
    return AwsErrorDetails.builder().errorCode(code).build();
  }

  private static TransactionCanceledException cancelled(int actions) {
    var codes = List.of("TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError");
    var reasons = new ArrayList<CancellationReason>();
    for (int i = 0; i < actions; i++) {
      reasons.add(CancellationReason.builder().code("None").build());
    }
    var random = ThreadLocalRandom.current();
    reasons.set(
        random.nextInt(actions),
        CancellationReason.builder().code(codes.get(random.nextInt(codes.size()))).build());
    return TransactionCanceledException.builder().cancellationReasons(reasons).build();
  }

  private static boolean occurs(double probability) {
    return ThreadLocalRandom.current().nextDouble() < probability;
  }
}
