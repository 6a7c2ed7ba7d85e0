package io.feedbackplatform.core.dynamodb;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Events of one slot of time that were counted. Pages of a slot are numbered, and each begins when
 * the one before it is full: a full page never changes again, so that a transaction that adds to
 * the last one need only insist on that one's version.
 *
 * @param version raised by every write; 0 of a page that is not there
 */
record LedgerPage(Key key, int number, long version, Set<EventMark> events) {

  /**
   * As many as keep the item within 1 KB, which is what one write unit pays for. A larger page
   * would be written again and again whole; a chain of full ones is only read.
   */
  static final int MOST_EVENTS = 54;

  private static final String EVENTS = "events";
  private static final String VERSION = "version";

  static LedgerPage empty(String partition, int number) {
    return new LedgerPage(keyOf(partition, number), number, 0, Set.of());
  }

  static LedgerPage of(Item item) {
    var key = Key.of(item);
    var marks = item.attributes().get(EVENTS);
    return new LedgerPage(
        key,
        Integer.parseInt(key.sort()),
        item.number(VERSION),
        marks == null
            ? Set.of()
            : marks.bs().stream().map(EventMark::of).collect(Collectors.toUnmodifiableSet()));
  }

  static Key keyOf(String partition, int number) {
    return new Key(partition, "%06d".formatted(number));
  }

  boolean isFull() {
    return events.size() >= MOST_EVENTS;
  }

  /** Writes more events, if nobody else has written to this page since it was read. */
  Update adding(String table, Collection<EventMark> more, Instant expiresAt) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":more", AttributeValue.fromBs(more.stream().map(EventMark::bytes).toList()));
    values.put(":one", AttributeValue.fromN("1"));
    values.put(":expiresAt", Item.second(expiresAt));
    if (version > 0) {
      values.put(":read", AttributeValue.fromN(Long.toString(version)));
    }
    return Update.builder()
        .tableName(table)
        .key(key.attributes())
        .updateExpression("ADD events :more, version :one SET expiresAt = :expiresAt")
        .conditionExpression(version > 0 ? "version = :read" : "attribute_not_exists(pk)")
        .expressionAttributeValues(Map.copyOf(values))
        .build();
  }

  LedgerPage with(Set<EventMark> more) {
    var all = new HashSet<>(events);
    all.addAll(more);
    return new LedgerPage(key, number, version + 1, all);
  }
}
