package io.feedbackplatform.api.request;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Takes typed values out of a JSON object and remembers what was not as it should be. */
public final class JsonFields {

  private static final int MOST_NAME = 50;
  private static final int MOST_VIOLATIONS = 20;

  private final JsonNode object;
  private final String path;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Violation> violations;

  /**
   * @param example what a body looks like, for who sends none
   */
  public JsonFields(JsonNode body, String example) {
    this(body, "", new ArrayList<>());
    if (!body.isObject()) {
      refuse("body", "Send one JSON object, as in " + example + ".");
    }
  }

  private JsonFields(JsonNode object, String path, List<Violation> violations) {
    this.object = object;
    this.path = path;
    this.violations = violations;
  }

  /** Whether the field is there, with whatever value. */
  public boolean has(String name) {
    return value(name) != null;
  }

  /** Whether the field is there to say that there is nothing. */
  public boolean hasNull(String name) {
    known.add(name);
    var value = object.get(name);
    return value != null && value.isNull();
  }

  /** The fields of an object in a field; none when it is not there. */
  public JsonFields within(String name) {
    var value = value(name);
    if (value != null && !value.isObject()) {
      refuse(name, "Send an object, or leave the field out.");
    }
    return new JsonFields(
        value == null ? MissingNode.getInstance() : value, path + name + ".", violations);
  }

  public @Nullable String text(String name) {
    var value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      refuse(name, "Send a string, or leave the field out.");
      return null;
    }
    return value.stringValue();
  }

  public @Nullable Integer integer(String name) {
    var value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber()) {
      refuse(name, "Send a whole number, without quotes and without a decimal point.");
      return null;
    }
    // One beyond the range of an int is as far out of any range as the int's own end.
    return value.canConvertToInt() ? value.intValue() : Integer.MAX_VALUE;
  }

  public @Nullable Boolean flag(String name) {
    var value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      refuse(name, "Send true or false, without quotes.");
      return null;
    }
    return value.booleanValue();
  }

  public List<String> textList(String name) {
    var value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
      refuse(name, "Send an array of strings.");
      return List.of();
    }
    return value.valueStream().map(JsonNode::stringValue).toList();
  }

  public Map<String, String> texts(String name) {
    var value = value(name);
    var entries = new LinkedHashMap<String, String>();
    if (value == null) {
      return entries;
    }
    if (!value.isObject()) {
      refuse(name, "Send an object of strings, numbers and booleans, or leave the field out.");
      return entries;
    }
    for (var entry : value.properties()) {
      var field = name + "." + shortened(entry.getKey());
      if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
        entries.put(entry.getKey(), entry.getValue().asString());
      } else {
        refuse(field, "Send a string, a number or a boolean, or leave the entry out.");
      }
    }
    return entries;
  }

  /** Refuses every field that was not asked for. */
  public void refuseOthers() {
    for (var entry : object.properties()) {
      if (!known.contains(entry.getKey())) {
        violations.add(
            new Violation(
                path + shortened(entry.getKey()),
                "unknown_field",
                "Remove this field. Known are: " + String.join(", ", known) + "."));
      }
    }
  }

  public List<Violation> violations() {
    return violations;
  }

  /** The text of a field that must be there; empty when it is not, which is remembered. */
  public String requiredText(String name, String message) {
    int before = violations.size();
    var text = text(name);
    if (text == null && violations.size() == before && object.isObject()) {
      violations.add(new Violation(path + name, "required", message));
    }
    return text == null ? "" : text;
  }

  /** Remembers that a value is not as it should be, unless its field was refused before. */
  public void refuse(String field, String code, String message) {
    if (object.isObject()
        && violations.stream().noneMatch(violation -> violation.field().equals(path + field))) {
      violations.add(new Violation(path + field, code, message));
    }
  }

  /**
   * @throws DomainException.InvalidInput when there is a violation, or a field that was not asked
   *     for
   */
  public void finish() {
    refuseOthers();
    if (!violations.isEmpty()) {
      throw new DomainException.InvalidInput(violations.stream().limit(MOST_VIOLATIONS).toList());
    }
  }

  private @Nullable JsonNode value(String name) {
    known.add(name);
    var value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private void refuse(String field, String message) {
    violations.add(new Violation(path + field, "invalid_type", message));
  }

  private static String shortened(String name) {
    var visible = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    return visible.length() > MOST_NAME ? visible.substring(0, MOST_NAME) : visible;
  }
}
