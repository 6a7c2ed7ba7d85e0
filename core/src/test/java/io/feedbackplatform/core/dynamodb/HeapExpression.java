package io.feedbackplatform.core.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * As much of DynamoDB's expressions as counting writes: {@code ADD} to numbers and binary sets,
 * {@code SET} to a value, and conditions that an attribute is equal or an item absent.
 */
record HeapExpression(List<Part> parts) {

  private sealed interface Part {}

  private record Add(String name, String value) implements Part {}

  private record Set(String name, String value) implements Part {}

  private record Equal(String name, String value) implements Part {}

  private record Absent(String name) implements Part {}

  static HeapExpression parse(String text) {
    var parts = new ArrayList<Part>();
    if (text.startsWith("attribute_not_exists(")) {
      parts.add(new Absent(text.substring(text.indexOf('(') + 1, text.length() - 1)));
    } else if (text.startsWith("ADD ")) {
      var clauses = text.substring("ADD ".length()).split(" SET ", -1);
      for (var term : clauses[0].split(", ", -1)) {
        var words = term.split(" ", -1);
        parts.add(new Add(words[0], words[1]));
      }
      for (int i = 1; i < clauses.length; i++) {
        for (var term : clauses[i].split(", ", -1)) {
          var words = term.split(" = ", -1);
          parts.add(new Set(words[0], words[1]));
        }
      }
    } else {
      var words = text.split(" = ", -1);
      if (words.length != 2) {
        throw new IllegalArgumentException("an expression that counting does not write: " + text);
      }
      parts.add(new Equal(words[0], words[1]));
    }
    return new HeapExpression(List.copyOf(parts));
  }

  boolean holds(
      @Nullable Map<String, AttributeValue> item,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    for (var part : parts) {
      boolean holds =
          switch (part) {
            case Equal(var name, var value) ->
                item != null && values.get(value).equals(item.get(named(name, names)));
            case Absent(var name) -> item == null || !item.containsKey(name);
            case Add _, Set _ -> throw new IllegalArgumentException("not a condition");
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  void apply(
      Map<String, AttributeValue> item,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    for (var part : parts) {
      switch (part) {
        case Add(var name, var value) ->
            item.merge(named(name, names), values.get(value), HeapExpression::sum);
        case Set(var name, var value) -> item.put(named(name, names), values.get(value));
        case Equal _, Absent _ -> throw new IllegalArgumentException("not an update");
      }
    }
  }

  private static String named(String name, Map<String, String> names) {
    return name.startsWith("#") ? names.get(name) : name;
  }

  private static AttributeValue sum(AttributeValue before, AttributeValue added) {
    if (before.n() != null) {
      return AttributeValue.fromN(
          Long.toString(Long.parseLong(before.n()) + Long.parseLong(added.n())));
    }
    var union = new LinkedHashSet<>(before.bs());
    union.addAll(added.bs());
    return AttributeValue.fromBs(List.copyOf(union));
  }
}
