package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.core.storage.InMemoryStorage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Hands records to several workers at once, each record three times, in batches of any size, and in
 * any order: not even the order within one piece of feedback is kept. A stream would keep that; but
 * a difference depends on nothing except the record's own images, and sums do not depend on an
 * order, so that the counters end the same. On the way there they may be negative.
 */
final class Deliveries {

  private static final int TIMES = 3;
  private static final int WORKERS = 4;

  private final Queue<List<DynamodbStreamRecord>> batches = new ConcurrentLinkedQueue<>();

  Deliveries(List<DynamodbStreamRecord> records, int mostTogether, long seed) {
    var random = new Random(seed);
    var all = new ArrayList<List<DynamodbStreamRecord>>();
    for (int time = 0; time < TIMES; time++) {
      var shuffled = new ArrayList<>(records);
      Collections.shuffle(shuffled, random);
      for (int from = 0; from < shuffled.size(); ) {
        int to = Math.min(shuffled.size(), from + 1 + random.nextInt(mostTogether));
        all.add(shuffled.subList(from, to));
        from = to;
      }
    }
    Collections.shuffle(all, random);
    batches.addAll(all);
  }

  /** Until every batch was taken as a whole. */
  void deliver(Counters counters) {
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < WORKERS; i++) {
        running.add(workers.submit(() -> work(counters)));
      }
      for (var worker : running) {
        worker.get();
      }
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private void work(Counters counters) {
    for (var batch = batches.poll(); batch != null; batch = batches.poll()) {
      for (var left = batch; !left.isEmpty(); ) {
        left = after(aggregatorOf(counters), left);
      }
    }
  }

  /** There are no markers and no records that cannot be read among these. */
  static Aggregator aggregatorOf(Counters counters) {
    var fences = new InMemoryStorage(new MutableClock(TestObjects.NOW)).fences();
    return new Aggregator(counters, fences, new InMemoryParkedRecords());
  }

  /** What Lambda delivers again. */
  private static List<DynamodbStreamRecord> after(
      Aggregator aggregator, List<DynamodbStreamRecord> batch) {
    try {
      var failed = aggregator.count(batch);
      if (failed.isEmpty()) {
        return List.of();
      }
      for (int i = 0; i < batch.size(); i++) {
        if (batch.get(i).getDynamodb().getSequenceNumber().equals(failed.get())) {
          return batch.subList(i, batch.size());
        }
      }
      throw new AssertionError("a number that is not in the batch: " + failed.get());
    } catch (FaultyDynamoDb.Crash crash) {
      return batch;
    }
  }
}
