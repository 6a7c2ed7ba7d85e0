package io.feedbackplatform.core.analytics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream event and what it changes.
 *
 * @param eventId the stream's own name for the event, the same at every delivery
 * @param at when the stream says that it happened, the same at every delivery; absent when it does
 *     not say
 * @param difference nothing for an event that no counter notices, as what is spam on arrival
 */
public record CountedEvent(String eventId, @Nullable Instant at, List<CounterChange> difference) {

  public CountedEvent {
    if (eventId.isBlank()) {
      throw new IllegalArgumentException("an event has an id");
    }
    difference = List.copyOf(difference);
  }
}
