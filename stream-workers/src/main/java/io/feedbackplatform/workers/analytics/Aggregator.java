package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.OutOfTime;
import io.feedbackplatform.core.parking.ParkedRecords;
import io.feedbackplatform.core.recount.Fences;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.workers.analytics.Batch.Share;
import io.feedbackplatform.workers.analytics.Batch.Unread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the records of a batch, tenant by tenant, each in as few transactions as it fits in, and
 * parks those that cannot be read, so that they hold up nobody. Counting is idempotent by event id,
 * so that a batch, or any part of it, may come again.
 */
public final class Aggregator {

  private static final Logger LOG = LoggerFactory.getLogger(Aggregator.class);

  private final Counters counters;
  private final Fences fences;
  private final ParkedRecords parked;

  public Aggregator(Counters counters, Fences fences, ParkedRecords parked) {
    this.counters = counters;
    this.fences = fences;
    this.parked = parked;
  }

  /** The same with all the time in the world. */
  public Optional<String> count(List<DynamodbStreamRecord> records) {
    return count(records, () -> true);
  }

  /**
   * Counts as much of the batch as it can.
   *
   * @param hasTime asked before each step that may take long; what there is no time for is not
   *     counted
   * @return sequence number of the first record that is neither counted nor parked; empty when
   *     there is none. Later records may be counted all the same; counting them again changes
   *     nothing.
   */
  public Optional<String> count(List<DynamodbStreamRecord> records, BooleanSupplier hasTime) {
    var batch = Batch.read(records);
    int uncounted = countAll(batch.byTenant(), records.size(), hasTime);
    int first = parkUpTo(uncounted, batch.unread(), hasTime);
    return first == records.size()
        ? Optional.empty()
        : Optional.of(records.get(first).getDynamodb().getSequenceNumber());
  }

  /**
   * Tenants do not touch each other's counters, so that one's failure need not hold up another.
   *
   * @return position of the first record that is not counted, or the end
   */
  private int countAll(Map<TenantId, Share> byTenant, int end, BooleanSupplier hasTime) {
    int failed = end;
    int late = 0;
    var submitted = new Submitted();
    for (var ofTenant : byTenant.entrySet()) {
      var share = ofTenant.getValue();
      if (!hasTime.getAsBoolean()) {
        late++;
        failed = Math.min(failed, share.first());
        continue;
      }
      try {
        count(ofTenant.getKey(), share, hasTime, submitted);
      } catch (OutOfTime within) {
        late++;
        failed = Math.min(failed, share.first());
      } catch (RuntimeException failure) {
        LOG.atError()
            .setCause(failure)
            .addKeyValue("tenantId", ofTenant.getKey())
            .addKeyValue("first", share.first())
            .log("Records could not be counted; they will be delivered again.");
        failed = Math.min(failed, share.first());
      }
    }
    if (late > 0) {
      LOG.atWarn()
          .addKeyValue("tenants", late)
          .log("There was no time left to count all; the rest will be delivered again.");
    }
    report(submitted.counts);
    return failed;
  }

  /** A marker is met when all before it is counted; that more may be, does no harm. */
  private void count(TenantId tenant, Share share, BooleanSupplier hasTime, Submitted submitted) {
    var answers = share.submitted();
    counters.count(
        tenant,
        share.events(),
        hasTime,
        event -> submitted.add(answers.getOrDefault(event, Counts.ZERO)));
    for (var met : share.marks()) {
      fences.pass(tenant, met.mark());
    }
  }

  /** What was counted for the first time. */
  private static final class Submitted {
    private Counts counts = Counts.ZERO;

    void add(Counts more) {
      counts = counts.plus(more);
    }
  }

  /**
   * What comes after a record that is delivered again comes again itself, and would be parked
   * twice.
   *
   * @return position of the first record that could not be parked, or the end
   */
  private int parkUpTo(int end, List<Unread> unread, BooleanSupplier hasTime) {
    for (var each : unread) {
      if (each.position() > end) {
        break;
      }
      if (!hasTime.getAsBoolean()) {
        LOG.atWarn().log("There was no time left to park all; the rest will be delivered again.");
        return each.position();
      }
      try {
        parked.park(each.record());
      } catch (RuntimeException failure) {
        LOG.atError()
            .setCause(failure)
            .addKeyValue("tenantId", each.record().tenant())
            .addKeyValue("eventId", each.record().eventId())
            .log("A record could not be parked; it will be delivered again.");
        return each.position();
      }
    }
    return end;
  }

  /**
   * For dashboards, which add these lines up: of all tenants together, naming none. A submission is
   * told at most once: what was counted is not, when the function is ended before it gets here.
   */
  private static void report(Counts submitted) {
    LOG.atInfo()
        .addKeyValue("submissions", submitted.total())
        .addKeyValue("rated", submitted.rating().responses())
        .addKeyValue("ratingSum", submitted.rating().sum())
        .addKeyValue("positive", submitted.positive())
        .addKeyValue("neutral", submitted.neutral())
        .addKeyValue("negative", submitted.negative())
        .log("counted");
  }
}
