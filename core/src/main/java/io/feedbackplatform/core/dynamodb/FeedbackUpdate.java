package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackEdit.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes what the team changed about feedback, and nothing else: what programs find out meanwhile
 * stays.
 */
final class FeedbackUpdate {

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> set = new ArrayList<>();
  private final List<String> remove = new ArrayList<>();

  private FeedbackUpdate() {}

  /** Fails when the feedback is gone, or in another status than before. */
  static TransactWriteItem action(
      String table, Key key, Feedback before, Feedback after, List<Field> changes) {
    var update = new FeedbackUpdate();
    for (var change : changes) {
      switch (change) {
        case STATUS -> update.put(FeedbackItem.STATUS, Item.constantOf(after.status()));
        case TAGS ->
            update.put(
                FeedbackItem.TAGS,
                after.tags().isEmpty() ? null : AttributeValue.fromSs(List.copyOf(after.tags())));
        case SENTIMENT -> {
          var corrected = after.mood().corrected();
          update.put(MoodItem.CORRECTED, corrected == null ? null : Item.constantOf(corrected));
        }
      }
    }
    return update.action(table, key, before);
  }

  private void put(String attribute, @Nullable AttributeValue value) {
    var name = "#" + attribute;
    names.put(name, attribute);
    if (value == null) {
      remove.add(name);
    } else {
      set.add(name + " = :" + attribute);
      values.put(":" + attribute, value);
    }
  }

  private TransactWriteItem action(String table, Key key, Feedback before) {
    names.put("#before", FeedbackItem.STATUS);
    values.put(":before", Item.constantOf(before.status()));
    var expression =
        (set.isEmpty() ? "" : "SET " + String.join(", ", set))
            + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove));
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(table)
                .key(key.attributes())
                .conditionExpression("#before = :before")
                .updateExpression(expression)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values))
        .build();
  }
}
