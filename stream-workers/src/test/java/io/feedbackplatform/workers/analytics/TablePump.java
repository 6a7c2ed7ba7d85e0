package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Delivers the stream of a table while it grows, each shard in its order, batch by batch. */
final class TablePump implements AutoCloseable {

  private static final int BATCH = 100;
  private static final long IDLE_NANOS = 5_000_000;

  private final DynamoDbStreamsClient client;
  private final String arn;
  private final Consumer<List<DynamodbStreamRecord>> function;
  private final Map<String, String> iterators = new HashMap<>();
  private final Map<String, String> done = new HashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final Thread thread;
  private volatile boolean stopping;

  /**
   * @param function throws when it has not dealt with all of a batch, which ends the pump
   */
  TablePump(
      DynamoDbStreamsClient client, String table, Consumer<List<DynamodbStreamRecord>> function) {
    this.client = client;
    this.function = function;
    arn = client.listStreams(request -> request.tableName(table)).streams().getFirst().streamArn();
    thread = Thread.ofVirtual().start(this::run);
  }

  private void run() {
    while (!stopping) {
      begin();
      boolean idle = true;
      for (var shard : Set.copyOf(iterators.keySet())) {
        idle &= !step(shard);
      }
      if (idle) {
        LockSupport.parkNanos(IDLE_NANOS);
      }
    }
  }

  private void begin() {
    client.describeStream(request -> request.streamArn(arn)).streamDescription().shards().stream()
        .filter(shard -> begun.add(shard.shardId()))
        .forEach(shard -> iterators.put(shard.shardId(), iterator(shard.shardId())));
  }

  private String iterator(String shard) {
    var last = done.get(shard);
    return client
        .getShardIterator(request ->
            request
                .streamArn(arn)
                .shardId(shard)
                .shardIteratorType(
                    last == null
                        ? ShardIteratorType.TRIM_HORIZON
                        : ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .sequenceNumber(last))
        .shardIterator();
  }

  private boolean step(String shard) {
    GetRecordsResponse answer;
    try {
      answer =
          client.getRecords(request -> request.shardIterator(iterators.get(shard)).limit(BATCH));
    } catch (TrimmedDataAccessException ofAnEmptyShard) {
      iterators.put(shard, iterator(shard));
      return false;
    }
    var records = answer.records().stream().map(TableStream::toLambda).toList();
    if (!records.isEmpty()) {
      function.accept(records);
      done.put(shard, records.getLast().getDynamodb().getSequenceNumber());
    }
    if (answer.nextShardIterator() == null) {
      iterators.remove(shard);
    } else {
      iterators.put(shard, answer.nextShardIterator());
    }
    return !records.isEmpty();
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join();
  }
}
