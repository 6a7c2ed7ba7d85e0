package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.recount.OutOfTime;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Reads partitions in small pages at a pace, and waits while the table is throttled or away. The
 * pace is told of each refusal if the client tries once, and otherwise of the last of some.
 */
record PacedQuery(DynamoDbTable table, Pace pace, BooleanSupplier hasTime) {

  /** Some twenty read units of counters. */
  private static final int MOST_AT_ONCE = 250;

  /**
   * @throws OutOfTime when there is no time for the next page
   */
  void each(Consumer<QueryRequest.Builder> query, Consumer<Item> item) {
    Map<String, AttributeValue> start = Map.of();
    do {
      var page = page(query, start);
      page.items().forEach(attributes -> item.accept(Item.of(attributes)));
      start = page.lastEvaluatedKey();
    } while (!start.isEmpty());
  }

  private QueryResponse page(
      Consumer<QueryRequest.Builder> query, Map<String, AttributeValue> start) {
    while (hasTime.getAsBoolean()) {
      try {
        var page =
            table
                .client()
                .query(request -> {
                  request
                      .tableName(table.name())
                      .limit(MOST_AT_ONCE)
                      .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
                  query.accept(request);
                  if (!start.isEmpty()) {
                    request.exclusiveStartKey(start);
                  }
                });
        var consumed = page.consumedCapacity();
        if (consumed != null && consumed.capacityUnits() != null) {
          pace.took(consumed.capacityUnits());
        }
        return page;
      } catch (SdkException refused) {
        if (!passes(refused)) {
          throw refused;
        }
        pace.throttled();
      }
    }
    throw new OutOfTime();
  }

  /** What the SDK tries again by itself where it may. */
  private static boolean passes(SdkException refused) {
    return switch (refused) {
      case SdkServiceException answer ->
          answer.isThrottlingException()
              || answer.statusCode() >= HttpStatusCode.INTERNAL_SERVER_ERROR;
      case ApiCallAttemptTimeoutException _, ApiCallTimeoutException _ -> true;
      default -> refused.getCause() instanceof IOException;
    };
  }
}
