package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the records of a batch. Records are taken in order up to the first that cannot be read;
 * what was taken is counted tenant by tenant, each as few transactions as it fits in. Counting is
 * idempotent by event id, so that a batch, or any part of it, may come again.
 */
public final class Aggregator {

  private static final Logger LOG = LoggerFactory.getLogger(Aggregator.class);

  private final Counters counters;

  public Aggregator(Counters counters) {
    this.counters = counters;
  }

  private record Taken(int position, String sequenceNumber, CountedEvent event, Counts submitted) {}

  /**
   * Counts as much of the batch as it can.
   *
   * @return sequence number of the first record that is not counted; empty when all are. Later
   *     records may be counted all the same; counting them again changes nothing.
   */
  public Optional<String> count(List<DynamodbStreamRecord> batch) {
    var byTenant = new LinkedHashMap<TenantId, List<Taken>>();
    @Nullable String unread = null;
    for (int i = 0; i < batch.size() && unread == null; i++) {
      var streamRecord = batch.get(i);
      var sequenceNumber = streamRecord.getDynamodb().getSequenceNumber();
      try {
        var change = StreamRecords.changeOf(streamRecord);
        var event = change.event(streamRecord.getEventID(), StreamRecords.at(streamRecord));
        byTenant
            .computeIfAbsent(change.tenant(), tenant -> new ArrayList<>())
            .add(new Taken(i, sequenceNumber, event, submitted(change)));
      } catch (RuntimeException unreadable) {
        LOG.atError()
            .setCause(unreadable)
            .addKeyValue("eventId", streamRecord.getEventID())
            .addKeyValue("sequenceNumber", sequenceNumber)
            .log("A stream record cannot be read.");
        unread = sequenceNumber;
      }
    }
    var uncounted = countAll(byTenant);
    // What was taken came before what could not be read.
    return Optional.ofNullable(uncounted == null ? unread : uncounted.sequenceNumber());
  }

  /** What a change tells about business: new feedback, and nothing else. */
  private static Counts submitted(FeedbackChange change) {
    return change instanceof FeedbackChange.Created created
        ? created.feedback().answered()
        : Counts.ZERO;
  }

  /** For dashboards, which add these lines up: of all tenants together, naming none. */
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

  /** Tenants do not touch each other's counters, so that one's failure need not hold up another. */
  private @Nullable Taken countAll(Map<TenantId, List<Taken>> byTenant) {
    @Nullable Taken failed = null;
    var submitted = Counts.ZERO;
    for (var ofTenant : byTenant.entrySet()) {
      try {
        counters.count(ofTenant.getKey(), ofTenant.getValue().stream().map(Taken::event).toList());
        submitted =
            ofTenant.getValue().stream().map(Taken::submitted).reduce(submitted, Counts::plus);
      } catch (RuntimeException failure) {
        var first = ofTenant.getValue().getFirst();
        LOG.atError()
            .setCause(failure)
            .addKeyValue("tenantId", ofTenant.getKey())
            .addKeyValue("eventId", first.event().eventId())
            .log("Records could not be counted; they will be delivered again.");
        failed = failed == null || first.position() < failed.position() ? first : failed;
      }
    }
    report(submitted);
    return failed;
  }
}
