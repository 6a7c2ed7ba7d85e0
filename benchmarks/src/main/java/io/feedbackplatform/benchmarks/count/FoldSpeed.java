package io.feedbackplatform.benchmarks.count;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.Fold;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.workers.analytics.Aggregator;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** How many records a core reads and folds in a second, up to what would be written. */
public final class FoldSpeed {

  private static final int BATCH = 1_000;
  private static final int BATCHES = 100;

  private final List<DynamodbStreamRecord> records =
      new Submissions(0.5).records(BATCH, Instant.parse("2026-11-22T17:30:00Z"), 1);
  private final Aggregator aggregator =
      new Aggregator(
          this::fold, new InMemoryStorage(Clock.systemUTC()).fences(), new InMemoryParkedRecords());
  private long counters;

  /**
   * @param rounds of 100,000 records each, by the time that this thread had a processor
   * @return records a second in the median round
   */
  public long median(int rounds) {
    var rates = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = cpuNanos();
      for (int batch = 0; batch < BATCHES; batch++) {
        aggregator.count(records);
      }
      rates[i] = (long) (BATCH * BATCHES * 1e9 / (cpuNanos() - start));
    }
    Arrays.sort(rates);
    return rates[rounds / 2];
  }

  private void fold(
      TenantId tenant,
      List<CountedEvent> events,
      BooleanSupplier hasTime,
      Consumer<String> counted) {
    var fold = new Fold();
    for (var event : events) {
      fold.add(event.difference());
    }
    events.forEach(event -> counted.accept(event.eventId()));
    counters += fold.changes().size();
  }

  /** What was folded, so that no compiler may leave it out. */
  public long counters() {
    return counters;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
