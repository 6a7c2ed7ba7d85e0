package io.feedbackplatform.benchmarks.count;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.benchmarks.cost.measure.CapacityProxy;
import io.feedbackplatform.benchmarks.cost.measure.Consumption;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.workers.analytics.Aggregator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Counts the units that counting consumes of DynamoDB Local, by 1,000 records. */
public final class WriteUnits implements AutoCloseable {

  private static final int RECORDS = 1_000;
  private static final Instant AT = Instant.parse("2026-11-22T17:30:00Z");

  private final TableNames names = TableNames.ofStage("count-" + UUID.randomUUID());
  private final DynamoDbClient table = LocalDynamoDb.shared().client();
  private final CapacityProxy proxy = new CapacityProxy(LocalDynamoDb.shared().endpoint());
  private final DynamoDbClient metered =
      LocalDynamoDb.shared().clientBuilder().endpointOverride(proxy.endpoint()).build();

  /** On new tables of DynamoDB Local in this process. */
  public WriteUnits() throws IOException {
    LocalDynamoDb.createTables(table, names);
  }

  /**
   * By the aggregator as it ships.
   *
   * @param batch records delivered together
   * @param seconds over which all of them came
   */
  public Consumption ours(Submissions submissions, int batch, int seconds) {
    var storage = new DynamoDbStorage(metered, names, Clock.systemUTC());
    var aggregator =
        new Aggregator(storage.counters(), storage.fences(), new InMemoryParkedRecords());
    var records = submissions.records(RECORDS, AT, seconds);
    proxy.take();
    for (int from = 0; from < RECORDS; from += batch) {
      if (aggregator.count(records.subList(from, Math.min(RECORDS, from + batch))).isPresent()) {
        throw new IllegalStateException("a record was not counted");
      }
    }
    return proxy.take();
  }

  /** By one addition a record, to one counter, which counts again whatever comes again. */
  public Consumption firstDesign(Submissions submissions) {
    proxy.take();
    for (var submitted : submissions.records(RECORDS, AT, 1)) {
      metered.updateItem(request ->
          request
              .tableName(names.analytics())
              .key(key(submitted, "A#first"))
              .updateExpression("ADD rated5 :one")
              .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }
    return proxy.take();
  }

  /** By one transaction a record, of a marker and one counter. */
  public Consumption oneTransactionEach(Submissions submissions) {
    proxy.take();
    for (var submitted : submissions.records(RECORDS, AT, 1)) {
      var counter = addition(submitted, "A#each").build();
      var marker =
          addition(submitted, "L#" + submitted.getEventID())
              .conditionExpression("attribute_not_exists(pk)")
              .build();
      metered.transactWriteItems(request ->
          request.transactItems(action -> action.update(marker), action -> action.update(counter)));
    }
    return proxy.take();
  }

  private Update.Builder addition(DynamodbStreamRecord submitted, String sort) {
    return Update.builder()
        .tableName(names.analytics())
        .key(key(submitted, sort))
        .updateExpression("ADD rated5 :one")
        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")));
  }

  private static Map<String, AttributeValue> key(DynamodbStreamRecord submitted, String sort) {
    var partition = Objects.requireNonNull(submitted.getDynamodb().getNewImage().get("pk")).getS();
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }

  @Override
  public void close() {
    List.of(metered, table).forEach(DynamoDbClient::close);
    proxy.close();
  }
}
