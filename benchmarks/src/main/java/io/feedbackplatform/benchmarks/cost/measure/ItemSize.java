package io.feedbackplatform.benchmarks.cost.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * The size of an item as DynamoDB counts it (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">DynamoDB
 * item sizes and formats</a>): names and values in UTF-8, a number about half a byte a digit and
 * one more, a set its values, a list or a map 3 bytes and one for each entry.
 */
final class ItemSize {

  private ItemSize() {}

  /**
   * @param item as DynamoDB's API has it, an object of typed values by their names
   */
  static int of(JsonNode item) {
    return item.propertyStream()
        .mapToInt(
            attribute -> attribute.getKey().getBytes(UTF_8).length + ofValue(attribute.getValue()))
        .sum();
  }

  /** What it takes to write the item, outside of a transaction. */
  static int writeUnits(JsonNode item) {
    return Math.max(1, Math.ceilDiv(of(item), 1_024));
  }

  private static int ofValue(JsonNode typed) {
    var type = typed.propertyNames().iterator().next();
    var value = typed.get(type);
    return switch (type) {
      case "S" -> sizeOf(value.stringValue());
      case "N" -> (value.stringValue().length() + 1) / 2 + 1;
      case "BOOL", "NULL" -> 1;
      case "M" -> 3 + value.size() + of(value);
      case "SS" -> value.valueStream().mapToInt(text -> sizeOf(text.stringValue())).sum();
      case "BS" -> value.valueStream().mapToInt(bytes -> decoded(bytes.stringValue())).sum();
      case "L" -> 3 + value.size() + value.valueStream().mapToInt(ItemSize::ofValue).sum();
      default ->
          throw new IllegalArgumentException("a type that the platform does not use: " + type);
    };
  }

  private static int sizeOf(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static int decoded(String base64) {
    return Base64.getDecoder().decode(base64).length;
  }
}
