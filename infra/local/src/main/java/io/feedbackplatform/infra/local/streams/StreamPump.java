package io.feedbackplatform.infra.local.streams;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.feedbackplatform.infra.local.state.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Lambda's event source mapping for one DynamoDB stream: every shard from its oldest record, a
 * parent before its children, at most 1,000 records a time, failures retried until they succeed (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">AWS: Lambda with DynamoDB</a>).
 */
public final class StreamPump implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StreamPump.class);
  private static final Duration DISCOVERY_PAUSE = Duration.ofSeconds(1);

  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final Checkpoints checkpoints;
  private final Delivery delivery;
  private final Set<String> beingRead = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private StreamPump(
      DynamoDbStreamsClient streams, String streamArn, Checkpoints checkpoints, Delivery delivery) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.checkpoints = checkpoints;
    this.delivery = delivery;
  }

  /**
   * Starts to deliver the stream to the function.
   *
   * @param checkpointFile where to remember what was delivered
   */
  public static StreamPump start(
      DynamoDbStreamsClient streams,
      String streamArn,
      Path checkpointFile,
      RequestHandler<DynamodbEvent, StreamsEventResponse> function)
      throws IOException {
    var pump =
        new StreamPump(
            streams,
            streamArn,
            Checkpoints.load(new JsonFile(checkpointFile), streamArn),
            new Delivery(function, Duration.ofMillis(100), Duration.ofSeconds(5)));
    pump.threads.execute(pump::discover);
    return pump;
  }

  /** Ends after the batch that is being delivered, or at once where one waits to come again. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  private void discover() {
    try {
      while (true) {
        try {
          startReaders(shards());
        } catch (SdkException fault) {
          log.warn("the stream's shards cannot be listed: {}", fault.getMessage());
        }
        Thread.sleep(DISCOVERY_PAUSE);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void startReaders(List<Shard> shards) {
    var present = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
    var kept = new HashSet<>(present);
    kept.addAll(beingRead);
    checkpoints.retain(kept);
    for (var shard : shards) {
      var parent = shard.parentShardId();
      boolean parentDone =
          parent == null || !present.contains(parent) || checkpoints.isFinished(parent);
      if (parentDone
          && !checkpoints.isFinished(shard.shardId())
          && beingRead.add(shard.shardId())) {
        threads.execute(() -> read(shard.shardId()));
      }
    }
  }

  private void read(String shardId) {
    try {
      new ShardReader(streams, streamArn, shardId, checkpoints, delivery).readToEnd();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException fault) {
      if (!Thread.currentThread().isInterrupted()) {
        log.error("{}: reading stopped, it starts again", shardId, fault);
      }
    } finally {
      beingRead.remove(shardId);
    }
  }

  private List<Shard> shards() {
    var shards = new ArrayList<Shard>();
    @Nullable String last = null;
    do {
      var after = last;
      var description =
          streams
              .describeStream(request -> request.streamArn(streamArn).exclusiveStartShardId(after))
              .streamDescription();
      shards.addAll(description.shards());
      last = description.lastEvaluatedShardId();
    } while (last != null);
    return shards;
  }
}
