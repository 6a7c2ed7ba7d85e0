package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.Fold;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Some events with all that they change, to be written together: the pages of the ledger that they
 * go onto, and the counters. It is right by itself, whatever is written before or after it.
 */
final class CountingTransaction {

  /** As many actions as a transaction takes; its 4 MB are far away (API_TransactWriteItems). */
  static final int MOST_ACTIONS = 100;

  private final Ledger ledger;
  private final List<Addition> additions = new ArrayList<>();
  private final Map<String, Addition> openBySlot = new HashMap<>();
  private final Fold fold = new Fold();
  private int events;

  private record Addition(LedgerPage page, Set<EventMark> marks) {

    static Addition to(LedgerPage page) {
      return new Addition(page, new LinkedHashSet<>());
    }

    boolean isFull() {
      return page.events().size() + marks.size() >= LedgerPage.MOST_EVENTS;
    }
  }

  private CountingTransaction(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The first events of a list, as many as fit. */
  static CountingTransaction ofFirst(List<LedgerEntry> entries, Ledger ledger) {
    var transaction = new CountingTransaction(ledger);
    for (var entry : entries) {
      if (!transaction.add(entry)) {
        break;
      }
    }
    return transaction;
  }

  private boolean add(LedgerEntry entry) {
    var addition = additionFor(entry);
    int pages = additions.size() + (addition.marks().isEmpty() ? 1 : 0);
    var difference = entry.event().difference();
    if (pages + fold.size() + difference.size() > MOST_ACTIONS
        && pages + fold.sizeWith(difference) > MOST_ACTIONS) {
      if (events == 0) {
        throw new IllegalArgumentException(
            "an event changes more counters than can change at once");
      }
      return false;
    }
    if (addition.marks().isEmpty()) {
      additions.add(addition);
      openBySlot.put(entry.slot(), addition);
    }
    addition.marks().add(entry.mark());
    fold.add(difference);
    events++;
    return true;
  }

  private Addition additionFor(LedgerEntry entry) {
    var open = openBySlot.get(entry.slot());
    if (open == null) {
      return Addition.to(ledger.open(entry));
    }
    return open.isFull() ? Addition.to(Ledger.after(open.page())) : open;
  }

  /** How many events it counts. */
  int events() {
    return events;
  }

  List<TransactWriteItem> actions(TenantId tenant, String table, Instant now, Instant expiresAt) {
    var actions = new ArrayList<TransactWriteItem>(additions.size() + fold.size());
    for (var addition : additions) {
      actions.add(action(addition.page().adding(table, addition.marks(), expiresAt)));
    }
    var moment = now.toString();
    for (var change : fold.changes()) {
      var key = Key.counter(tenant, change.key());
      actions.add(action(CounterItem.addition(table, key, change, moment)));
    }
    return actions;
  }

  private static TransactWriteItem action(Update update) {
    return TransactWriteItem.builder().update(update).build();
  }

  /** Tells the ledger what has become of its pages. */
  void noteWritten() {
    additions.forEach(addition -> ledger.note(addition.page().with(addition.marks())));
  }
}
