package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.CountedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is left to count of some events, in their order; tells of each that gets counted. */
final class Uncounted {

  private final List<LedgerEntry> entries = new ArrayList<>();
  private final Set<EventMark> unanswered = new HashSet<>();
  private final Consumer<String> counted;

  Uncounted(List<CountedEvent> events, Consumer<String> counted) {
    this.counted = counted;
    var marks = new HashSet<EventMark>();
    for (var event : events) {
      var entry = LedgerEntry.of(event);
      if (marks.add(entry.mark())) {
        entries.add(entry);
      }
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  List<LedgerEntry> entries() {
    return entries;
  }

  /** Leaves out what a ledger names; of that, what was written without an answer was ours. */
  void leaveOutWhatIsOn(Ledger ledger) {
    entries.removeIf(entry -> {
      if (!ledger.knows(entry)) {
        return false;
      }
      if (unanswered.contains(entry.mark())) {
        tell(entry);
      }
      return true;
    });
  }

  /** The first ones are counted. */
  void counted(int first) {
    var written = entries.subList(0, first);
    written.forEach(this::tell);
    written.clear();
  }

  /** The first ones may be counted, now or in a moment: nobody said. */
  void unanswered(int first) {
    entries.subList(0, first).forEach(entry -> unanswered.add(entry.mark()));
  }

  private void tell(LedgerEntry entry) {
    counted.accept(entry.event().eventId());
  }
}
