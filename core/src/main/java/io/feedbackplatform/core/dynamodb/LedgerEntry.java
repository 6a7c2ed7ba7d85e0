package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.CountedEvent;
import java.time.Instant;

/**
 * An event on its way into the ledger.
 *
 * @param slot which pages may hold it, the same at every delivery
 */
record LedgerEntry(CountedEvent event, EventMark mark, String slot) {

  private static final long SECONDS_OF_SLOT = 10;

  static LedgerEntry of(CountedEvent event) {
    var at = event.at();
    return new LedgerEntry(
        event,
        EventMark.of(event.eventId()),
        at == null
            ? event.eventId()
            : Instant.ofEpochSecond(
                    at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), SECONDS_OF_SLOT))
                .toString());
  }
}
