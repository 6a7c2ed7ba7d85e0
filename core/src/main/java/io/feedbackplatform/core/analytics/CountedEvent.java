package io.feedbackplatform.core.analytics;

import java.util.Map;

/**
 * A stream event and what it changes.
 *
 * @param eventId the stream's own name for the event, the same at every delivery
 */
public record CountedEvent(String eventId, Map<CounterKey, Counts> difference) {

  public CountedEvent {
    if (eventId.isBlank()) {
      throw new IllegalArgumentException("an event has an id");
    }
    difference = Map.copyOf(difference);
  }
}
