package io.feedbackplatform.infra.local.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamPumpIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final LocalDynamoDb dynamoDb = LocalDynamoDb.shared();
  private final DynamoDbClient client = dynamoDb.client();
  private final TableNames tables = TableNames.ofStage(UUID.randomUUID().toString());
  private String streamArn;

  @BeforeEach
  void createTables() {
    LocalDynamoDb.createTables(client, tables);
    streamArn =
        client.describeTable(table -> table.tableName(tables.feedback())).table().latestStreamArn();
  }

  @Test
  void deliversEveryChangeInOrder() throws Exception {
    var seen = new CopyOnWriteArrayList<String>();
    put(0, 250);

    try (var pump = start((event, context) -> succeed(event, seen))) {
      await().atMost(PATIENCE).until(() -> seen.size() >= 250);
    }

    assertThat(seen).containsExactlyElementsOf(names(0, 250));
  }

  @Test
  void bringsWhatFailedAgainAndSkipsNothing() throws Exception {
    var done = new CopyOnWriteArrayList<String>();
    var troubles = new ConcurrentLinkedQueue<>(List.of("007", "007", "031"));
    put(0, 50);

    try (var pump =
        start((event, context) -> {
          for (var record : event.getRecords()) {
            var name = name(record);
            if (name.equals(troubles.peek())) {
              troubles.remove();
              return failed(record.getDynamodb().getSequenceNumber());
            }
            done.add(name);
          }
          return new StreamsEventResponse(List.of());
        })) {
      await().atMost(PATIENCE).until(() -> done.size() >= 50);
    }

    assertThat(troubles).isEmpty();
    assertThat(done).containsExactlyElementsOf(names(0, 50));
  }

  @Test
  void goesOnAfterARestartWhereItStopped() throws Exception {
    var first = new CopyOnWriteArrayList<String>();
    put(0, 10);
    try (var pump = start((event, context) -> succeed(event, first))) {
      await().atMost(PATIENCE).until(() -> first.size() >= 10);
    }
    put(10, 20);

    var second = new CopyOnWriteArrayList<String>();
    try (var pump = start((event, context) -> succeed(event, second))) {
      await().atMost(PATIENCE).until(() -> second.contains("019"));
    }

    assertThat(second).containsExactlyElementsOf(names(10, 20));
  }

  private StreamPump start(RequestHandler<DynamodbEvent, StreamsEventResponse> function)
      throws Exception {
    return StreamPump.start(
        dynamoDb.streamsClient(), streamArn, folder.resolve("checkpoints.json"), function);
  }

  private void put(int from, int to) {
    for (var name : names(from, to)) {
      client.putItem(item ->
          item.tableName(tables.feedback())
              .item(
                  Map.of(
                      "pk", AttributeValue.fromS("one partition"),
                      "sk", AttributeValue.fromS(name))));
    }
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj("%03d"::formatted).toList();
  }

  private static StreamsEventResponse succeed(DynamodbEvent event, List<String> seen) {
    event.getRecords().forEach(record -> seen.add(name(record)));
    return new StreamsEventResponse(List.of());
  }

  private static StreamsEventResponse failed(String sequenceNumber) {
    return new StreamsEventResponse(List.of(new BatchItemFailure(sequenceNumber)));
  }

  private static String name(DynamodbEvent.DynamodbStreamRecord record) {
    return record.getDynamodb().getKeys().get("sk").getS();
  }
}
