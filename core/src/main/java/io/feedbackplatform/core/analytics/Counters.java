package io.feedbackplatform.core.analytics;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

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
   * been counted, and giving all of them again is right. An event that no counter notices is kept
   * in mind all the same, so that it is told of once; leave it out where nobody listens for it.
   */
  default void count(TenantId tenant, List<CountedEvent> events) {
    count(tenant, events, () -> true, counted -> {});
  }

  /**
   * The same while there is time.
   *
   * @param hasTime asked before each attempt to write
   * @param counted told the id of each event that was counted by this, and of none that was before;
   *     an answer that is lost does not matter, as long as this finds out before it ends. So each
   *     event is told at most once: never, when whoever counts it is ended or gives up before it
   *     knows. Only if another counts the same events at once, while an answer is lost, may both
   *     tell of them.
   * @throws OutOfTime when there is no time for the next attempt
   */
  void count(
      TenantId tenant,
      List<CountedEvent> events,
      BooleanSupplier hasTime,
      Consumer<String> counted);
}
