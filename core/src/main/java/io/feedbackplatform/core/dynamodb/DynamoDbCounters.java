package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Counts in transactions that hold the changed counters and a ledger row for each event, so that an
 * event and its effect are written together or not at all. A transaction holds as many events as
 * fit; each is right by itself, whatever follows it.
 */
final class DynamoDbCounters implements Counters {

  /** As many actions as a transaction takes (API_TransactWriteItems). */
  private static final int MOST_ACTIONS = 100;

  /** Twice as long as a stream can deliver an event again (24 hours). */
  private static final Duration LEDGER_RETENTION = Duration.ofHours(48);

  /** Every batch of a tenant changes its total, so that batches of several shards often collide. */
  private static final int MOST_ATTEMPTS = 8;

  private final DynamoDbTable table;
  private final Clock clock;
  private final Backoff backoff;

  DynamoDbCounters(DynamoDbTable table, Clock clock, Backoff backoff) {
    this.table = table;
    this.clock = clock;
    this.backoff = backoff;
  }

  @Override
  public void count(TenantId tenant, List<CountedEvent> events) {
    var transaction = new LinkedHashMap<String, CountedEvent>();
    var counters = new TreeSet<String>();
    for (var event : events) {
      if (event.difference().isEmpty() || transaction.containsKey(event.eventId())) {
        continue;
      }
      var names =
          event.difference().keySet().stream()
              .map(key -> Key.counter(tenant, key).toString())
              .toList();
      var union = new TreeSet<>(counters);
      union.addAll(names);
      if (transaction.size() + 1 + union.size() > MOST_ACTIONS) {
        write(tenant, List.copyOf(transaction.values()));
        transaction.clear();
        union = new TreeSet<>(names);
      }
      transaction.put(event.eventId(), event);
      counters = union;
    }
    write(tenant, List.copyOf(transaction.values()));
  }

  private void write(TenantId tenant, List<CountedEvent> events) {
    var uncounted = events;
    for (int attempt = 1; !uncounted.isEmpty(); attempt++) {
      var actions = actions(tenant, uncounted);
      try {
        table.client().transactWriteItems(request -> request.transactItems(actions));
        return;
      } catch (TransactionCanceledException canceled) {
        var without = withoutCounted(uncounted, canceled);
        if (without.size() == uncounted.size()) {
          backoff.pauseOrThrow(attempt, MOST_ATTEMPTS, canceled);
        }
        uncounted = without;
      }
    }
  }

  private List<TransactWriteItem> actions(TenantId tenant, List<CountedEvent> events) {
    var actions = new ArrayList<TransactWriteItem>();
    for (var event : events) {
      actions.add(ledgerRow(tenant, event));
    }
    var folded = new HashMap<CounterKey, Counts>();
    for (var event : events) {
      event.difference().forEach((key, difference) -> folded.merge(key, difference, Counts::plus));
    }
    folded.values().removeIf(Counts.ZERO::equals);
    folded.forEach(
        (key, difference) -> actions.add(addition(Key.counter(tenant, key), difference)));
    return actions;
  }

  private TransactWriteItem ledgerRow(TenantId tenant, CountedEvent event) {
    var row =
        Item.at(Key.ledger(tenant, event.eventId()))
            .withSecond(TableLayout.EXPIRES_AT, clock.instant().plus(LEDGER_RETENTION));
    return table.putAction(row, put -> put.conditionExpression("attribute_not_exists(pk)"));
  }

  private TransactWriteItem addition(Key key, Counts difference) {
    var expression = new ArrayList<String>();
    var values = new HashMap<String, AttributeValue>();
    CounterItem.changes(difference)
        .forEach((part, change) -> {
          expression.add("#" + part + " :" + part);
          values.put(":" + part, AttributeValue.fromN(change.toString()));
        });
    var names = new HashMap<String, String>();
    CounterItem.changes(difference).keySet().forEach(part -> names.put("#" + part, part));
    values.put(
        ":now", AttributeValue.fromS(clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()));
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(table.name())
                .key(key.attributes())
                .updateExpression(
                    "ADD "
                        + String.join(", ", expression)
                        + " SET "
                        + CounterItem.UPDATED_AT
                        + " = :now")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values))
        .build();
  }

  /** The ledger rows come first in a transaction, in the order of their events. */
  private static List<CountedEvent> withoutCounted(
      List<CountedEvent> events, TransactionCanceledException canceled) {
    var uncounted = new ArrayList<CountedEvent>();
    for (int i = 0; i < events.size(); i++) {
      if (!"ConditionalCheckFailed".equals(canceled.cancellationReasons().get(i).code())) {
        uncounted.add(events.get(i));
      }
    }
    return uncounted;
  }
}
