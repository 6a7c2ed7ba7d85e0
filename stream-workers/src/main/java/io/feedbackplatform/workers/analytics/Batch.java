package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.parking.ParkedRecord;
import io.feedbackplatform.core.recount.FenceMark;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of a batch as they could be read: those of each tenant, and those that nobody can
 * read.
 */
record Batch(Map<TenantId, Share> byTenant, List<Unread> unread) {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  /** The records of one tenant: changes, and markers of fences among them. */
  record Share(List<Taken> changes, List<Met> marks) {

    /** Position of the first in the batch. */
    int first() {
      int change = changes.isEmpty() ? Integer.MAX_VALUE : changes.getFirst().position();
      int mark = marks.isEmpty() ? Integer.MAX_VALUE : marks.getFirst().position();
      return Math.min(change, mark);
    }

    List<CountedEvent> events() {
      return changes.stream().map(Taken::event).toList();
    }

    /** By the ids of events; one that came twice is there once. */
    Map<String, Counts> submitted() {
      var submitted = new HashMap<String, Counts>();
      changes.forEach(taken -> submitted.put(taken.event().eventId(), taken.submitted()));
      return submitted;
    }
  }

  /** A change that was read, at its position in the batch. */
  record Taken(int position, CountedEvent event, Counts submitted) {}

  /** A marker, at its position in the batch. */
  record Met(int position, FenceMark mark) {}

  /** A record that could not be read, at its position in the batch. */
  record Unread(int position, ParkedRecord record) {}

  static Batch read(List<DynamodbStreamRecord> records) {
    var batch = new Batch(new LinkedHashMap<>(), new ArrayList<>());
    for (int position = 0; position < records.size(); position++) {
      batch.read(position, records.get(position));
    }
    return batch;
  }

  private void read(int position, DynamodbStreamRecord streamRecord) {
    try {
      var mark = StreamRecords.markOf(streamRecord);
      if (mark.isEmpty()) {
        var change = StreamRecords.changeOf(streamRecord);
        var event = change.event(streamRecord.getEventID(), StreamRecords.at(streamRecord));
        var submitted = submitted(change);
        if (!event.difference().isEmpty() || !submitted.isZero()) {
          of(change.tenant()).changes().add(new Taken(position, event, submitted));
        }
      } else if (StreamRecords.isInsertion(streamRecord)) {
        of(StreamRecords.ownerOf(streamRecord)).marks().add(new Met(position, mark.get()));
      }
    } catch (RuntimeException unreadable) {
      var parked = StreamRecords.parked(streamRecord, unreadable);
      LOG.atError()
          .setCause(unreadable)
          .addKeyValue("tenantId", parked.tenant())
          .addKeyValue("eventId", parked.eventId())
          .addKeyValue("sequenceNumber", parked.sequenceNumber())
          .log("A stream record cannot be read.");
      unread.add(new Unread(position, parked));
    }
  }

  private Share of(TenantId tenant) {
    return byTenant.computeIfAbsent(tenant, id -> new Share(new ArrayList<>(), new ArrayList<>()));
  }

  /** What a change tells about business: new feedback, spam or not, and nothing else. */
  private static Counts submitted(FeedbackChange change) {
    return change instanceof FeedbackChange.Created created
        ? created.feedback().answered()
        : Counts.ZERO;
  }
}
