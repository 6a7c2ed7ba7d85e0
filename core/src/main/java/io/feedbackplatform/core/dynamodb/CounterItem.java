package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.recount.Repair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A counter as an item: an attribute for each part of its counts, one for each part of what of that
 * has expired, a version. Names are short and parts that are zero absent, so that an item with all
 * of them still costs a single write unit.
 */
final class CounterItem {

  static final String UPDATED_AT = "updatedAt";
  static final String VERSION = "version";

  private static final String EXPIRED = "x";

  /** In the order of {@link Counts#part}. */
  private static final List<String> PARTS = Counts.NAMES;

  private CounterItem() {}

  static Counts toCounts(Item item) {
    return toCounts(item, "");
  }

  static Counter toCounter(Item item) {
    return new Counter(
        Key.counterKey(Key.of(item)),
        toCounts(item),
        toCounts(item, EXPIRED),
        item.number(VERSION));
  }

  private static Counts toCounts(Item item, String prefix) {
    var parts = new long[Counts.PARTS];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = item.number(prefix + PARTS.get(i));
    }
    return Counts.ofParts(parts);
  }

  /**
   * Adds a change to its item. The version rises with every write, and the moment is told when what
   * is counted changed.
   */
  static Update addition(String table, Key key, CounterChange change, String now) {
    var expression = new StringBuilder("ADD version :one");
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    values.put(":one", AttributeValue.fromN("1"));
    add(expression, names, values, "", change.counts());
    add(expression, names, values, EXPIRED, change.expired());
    if (!change.counts().isZero()) {
      expression.append(" SET " + UPDATED_AT + " = :now");
      values.put(":now", AttributeValue.fromS(now));
    }
    var update =
        Update.builder()
            .tableName(table)
            .key(key.attributes())
            .updateExpression(expression.toString())
            .expressionAttributeValues(values);
    return names.isEmpty() ? update.build() : update.expressionAttributeNames(names).build();
  }

  /** Sets all that is counted, and what of it expired, if nobody has written the item since. */
  static Update replacement(String table, Key key, Repair repair, String now) {
    var set = new StringBuilder("SET version = :next, " + UPDATED_AT + " = :now");
    var remove = new ArrayList<String>();
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    long version = repair.version();
    values.put(":next", AttributeValue.fromN(Long.toString(version + 1)));
    values.put(":now", AttributeValue.fromS(now));
    set(set, remove, names, values, "", repair.counts());
    set(set, remove, names, values, EXPIRED, repair.expired());
    if (version != 0) {
      values.put(":read", AttributeValue.fromN(Long.toString(version)));
    }
    return Update.builder()
        .tableName(table)
        .key(key.attributes())
        .updateExpression(
            remove.isEmpty() ? set.toString() : set + " REMOVE " + String.join(", ", remove))
        .conditionExpression(version == 0 ? "attribute_not_exists(version)" : "version = :read")
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build();
  }

  private static void set(
      StringBuilder set,
      List<String> remove,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      String prefix,
      Counts counts) {
    for (int i = 0; i < Counts.PARTS; i++) {
      var name = prefix + PARTS.get(i);
      names.put("#" + name, name);
      if (counts.part(i) == 0) {
        remove.add("#" + name);
      } else {
        set.append(", #").append(name).append(" = :").append(name);
        values.put(":" + name, AttributeValue.fromN(Long.toString(counts.part(i))));
      }
    }
  }

  private static void add(
      StringBuilder expression,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      String prefix,
      Counts counts) {
    for (int i = 0; i < Counts.PARTS; i++) {
      if (counts.part(i) != 0) {
        var name = prefix + PARTS.get(i);
        expression.append(", #").append(name).append(" :").append(name);
        names.put("#" + name, name);
        values.put(":" + name, AttributeValue.fromN(Long.toString(counts.part(i))));
      }
    }
  }
}
