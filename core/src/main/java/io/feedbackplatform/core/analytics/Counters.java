package io.feedbackplatform.core.analytics;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;

/** The counters of each tenant, to change. */
public interface Counters {

  /**
   * Counts each event exactly once, however often it is given: an event that was counted before
   * changes nothing. Events are counted in order; when this throws, a first part of them may have
   * been counted, and giving all of them again is right.
   */
  void count(TenantId tenant, List<CountedEvent> events);
}
