package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What of a tenant was counted, as far as some events ask: all pages of their slots, as they were
 * when they were read.
 */
final class Ledger {

  private final TenantId tenant;
  private final Map<String, List<LedgerPage>> pages;
  private final Set<EventMark> known = new HashSet<>();

  private Ledger(TenantId tenant, Map<String, List<LedgerPage>> pages) {
    this.tenant = tenant;
    this.pages = pages;
    pages.values().forEach(chain -> chain.forEach(page -> known.addAll(page.events())));
  }

  /**
   * Reads what is stored now, not a moment ago: mostly one page of each slot, and all of these at
   * once.
   */
  static Ledger read(DynamoDbTable table, TenantId tenant, Collection<LedgerEntry> entries) {
    var partitions =
        entries.stream()
            .map(entry -> Key.ledger(tenant, entry.slot()))
            .collect(Collectors.toUnmodifiableSet());
    var pages = new HashMap<String, List<LedgerPage>>();
    table
        .getEach(partitions.stream().map(partition -> LedgerPage.keyOf(partition, 0)).toList())
        .forEach(item -> {
          var page = LedgerPage.of(item);
          pages.put(page.key().partition(), new ArrayList<>(List.of(page)));
        });
    for (var chain : pages.values()) {
      if (chain.getFirst().isFull()) {
        readOn(table, chain);
      }
    }
    return new Ledger(tenant, pages);
  }

  private static void readOn(DynamoDbTable table, List<LedgerPage> chain) {
    var first = chain.getFirst().key();
    table
        .query(request ->
            request
                .keyConditionExpression("pk = :pk AND sk > :sk")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(first.partition()),
                        ":sk", AttributeValue.fromS(first.sort())))
                .consistentRead(true))
        .map(LedgerPage::of)
        .forEach(chain::add);
  }

  boolean knows(LedgerEntry entry) {
    return known.contains(entry.mark());
  }

  /** The page that the slot's next event belongs on. */
  LedgerPage open(LedgerEntry entry) {
    var partition = Key.ledger(tenant, entry.slot());
    var chain = pages.get(partition);
    if (chain == null) {
      return LedgerPage.empty(partition, 0);
    }
    return chain.getLast().isFull() ? after(chain.getLast()) : chain.getLast();
  }

  static LedgerPage after(LedgerPage page) {
    return LedgerPage.empty(page.key().partition(), page.number() + 1);
  }

  /** Notes that a page was written. */
  void note(LedgerPage page) {
    var chain = pages.computeIfAbsent(page.key().partition(), key -> new ArrayList<>());
    if (!chain.isEmpty() && chain.getLast().number() == page.number()) {
      chain.removeLast();
    }
    chain.add(page);
    known.addAll(page.events());
  }
}
