package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.Counts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of a counter, one for each part of its counts. */
final class CounterItem {

  static final String UPDATED_AT = "updatedAt";

  private CounterItem() {}

  static Counts toCounts(Item item) {
    return new Counts(
        item.number("total"),
        item.number("rated1"),
        item.number("rated2"),
        item.number("rated3"),
        item.number("rated4"),
        item.number("rated5"),
        item.number("positive"),
        item.number("neutral"),
        item.number("negative"));
  }

  /** The parts that a difference changes. */
  static Map<String, Long> changes(Counts difference) {
    var parts = new LinkedHashMap<String, Long>();
    parts.put("total", difference.total());
    parts.put("rated1", difference.ones());
    parts.put("rated2", difference.twos());
    parts.put("rated3", difference.threes());
    parts.put("rated4", difference.fours());
    parts.put("rated5", difference.fives());
    parts.put("positive", difference.positive());
    parts.put("neutral", difference.neutral());
    parts.put("negative", difference.negative());
    parts.values().removeIf(change -> change == 0);
    return parts;
  }
}
