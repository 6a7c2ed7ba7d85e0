package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.recount.OutOfTime;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Reads partitions in small pages at a pace, and waits while the table is throttled. */
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
      } catch (ApiCallTimeoutException away) {
        pace.throttled();
      } catch (DynamoDbException refused) {
        if (!refused.isThrottlingException()) {
          throw refused;
        }
        pace.throttled();
      }
    }
    throw new OutOfTime();
  }
}
