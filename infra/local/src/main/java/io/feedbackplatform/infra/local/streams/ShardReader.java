package io.feedbackplatform.infra.local.streams;

import io.feedbackplatform.core.analytics.Counters;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard from its checkpoint to its end and delivers what it reads. */
final class ShardReader {

  private static final Logger log = LoggerFactory.getLogger(ShardReader.class);
  private static final Duration POLL_PAUSE = Duration.ofMillis(250);
  private static final Duration FAULT_PAUSE = Duration.ofSeconds(1);

  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final String shardId;
  private final Checkpoints checkpoints;
  private final Delivery delivery;

  ShardReader(
      DynamoDbStreamsClient streams,
      String streamArn,
      String shardId,
      Checkpoints checkpoints,
      Delivery delivery) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.shardId = shardId;
    this.checkpoints = checkpoints;
    this.delivery = delivery;
  }

  /** Returns when the shard is closed and everything in it is delivered. */
  void readToEnd() throws InterruptedException {
    var iterator = iterator(Start.CHECKPOINT);
    while (iterator != null) {
      try {
        iterator = step(iterator);
      } catch (ExpiredIteratorException expired) {
        iterator = iterator(Start.CHECKPOINT);
      } catch (TrimmedDataAccessException trimmed) {
        log.warn("{}: what follows the checkpoint is gone, going on with the oldest", shardId);
        iterator = iterator(Start.OLDEST);
      } catch (SdkException fault) {
        log.warn("{}: {}", shardId, fault.getMessage());
        Thread.sleep(FAULT_PAUSE);
      }
    }
    checkpoints.finish(shardId);
  }

  private enum Start {
    CHECKPOINT,
    OLDEST
  }

  private @Nullable String step(String iterator) throws InterruptedException {
    var answer =
        streams.getRecords(request -> request.shardIterator(iterator).limit(Counters.MOST_AT_ONCE));
    var records =
        answer.records().stream().map(record -> StreamRecords.from(record, streamArn)).toList();
    delivery.deliver(records, number -> checkpoints.advance(shardId, number));
    if (records.isEmpty() && answer.nextShardIterator() != null) {
      Thread.sleep(POLL_PAUSE);
    }
    return answer.nextShardIterator();
  }

  private String iterator(Start start) throws InterruptedException {
    while (true) {
      var checkpoint = checkpoints.sequenceNumber(shardId);
      try {
        return streams
            .getShardIterator(request -> {
              request.streamArn(streamArn).shardId(shardId);
              if (start == Start.CHECKPOINT && checkpoint.isPresent()) {
                request
                    .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(checkpoint.get());
              } else {
                request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
              }
            })
            .shardIterator();
      } catch (TrimmedDataAccessException trimmed) {
        return iterator(Start.OLDEST);
      } catch (SdkException fault) {
        log.warn("{}: {}", shardId, fault.getMessage());
        Thread.sleep(FAULT_PAUSE);
      }
    }
  }
}
