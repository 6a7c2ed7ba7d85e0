package io.feedbackplatform.core.analytics;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;

/** The counters of each tenant, to change. */
public interface Counters {

  /**
   * As many records as whoever reads the stream hands over at once: the more of a tenant come
   * together, the fewer writes they fold into. A read of the stream brings no more (DynamoDB
   * Streams, API_GetRecords).
   */
  int MOST_AT_ONCE = 1_000;

  /**
   * Counts each event exactly once, however often it is given: an event that was counted before
   * changes nothing. Events are counted in order; when this throws, a first part of them may have
   * been counted, and giving all of them again is right.
   */
  void count(TenantId tenant, List<CountedEvent> events);
}
