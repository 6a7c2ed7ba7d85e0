package io.feedbackplatform.infra.local.streams;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records to a function in order until it has taken them all: what failed comes again, with
 * longer and longer pauses, and nothing is ever skipped.
 */
final class Delivery {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  private final RequestHandler<DynamodbEvent, StreamsEventResponse> function;
  private final Duration firstPause;
  private final Duration longestPause;

  Delivery(
      RequestHandler<DynamodbEvent, StreamsEventResponse> function,
      Duration firstPause,
      Duration longestPause) {
    this.function = function;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /**
   * @param done told the sequence number up to which everything is done, as often as that moves
   */
  void deliver(List<DynamodbStreamRecord> batch, Consumer<String> done)
      throws InterruptedException {
    var rest = batch;
    var pause = firstPause;
    while (!rest.isEmpty()) {
      int taken = invoke(rest);
      if (taken > 0) {
        done.accept(rest.get(taken - 1).getDynamodb().getSequenceNumber());
        rest = rest.subList(taken, rest.size());
        pause = firstPause;
      }
      if (!rest.isEmpty()) {
        log.warn("{} of {} records come again in {}", rest.size(), batch.size(), pause);
        Thread.sleep(pause);
        pause = doubled(pause);
      }
    }
  }

  private int invoke(List<DynamodbStreamRecord> records) {
    var numbers = records.stream().map(record -> record.getDynamodb().getSequenceNumber()).toList();
    try {
      var answer =
          function.handleRequest(StreamRecords.event(List.copyOf(records)), new LocalContext());
      return BatchAnswer.doneRecords(numbers, answer);
    } catch (RuntimeException thrown) {
      // Lambda: a function that throws has failed for its whole batch.
      log.warn("the function failed", thrown);
      return 0;
    }
  }

  private Duration doubled(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(longestPause) < 0 ? twice : longestPause;
  }
}
