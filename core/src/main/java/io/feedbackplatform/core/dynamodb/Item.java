package io.feedbackplatform.core.dynamodb;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of an item, typed; an absent value is an absent attribute. */
final class Item {

  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  static Item at(Key key) {
    return new Item(new HashMap<>(key.attributes()));
  }

  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  Item with(String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, AttributeValue.fromS(value));
    }
    return this;
  }

  Item with(String name, @Nullable Integer value) {
    if (value != null) {
      attributes.put(name, AttributeValue.fromN(value.toString()));
    }
    return this;
  }

  Item with(String name, long value) {
    attributes.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  Item with(String name, BigDecimal value) {
    attributes.put(name, AttributeValue.fromN(value.toPlainString()));
    return this;
  }

  /** One that is not set is absent. */
  Item withFlag(String name, boolean set) {
    if (set) {
      attributes.put(name, AttributeValue.fromBool(true));
    }
    return this;
  }

  boolean flag(String name) {
    var value = attributes.get(name);
    return value != null && value.bool();
  }

  Item with(String name, Enum<?> value) {
    attributes.put(name, constantOf(value));
    return this;
  }

  static AttributeValue constantOf(Enum<?> value) {
    return AttributeValue.fromS(value.name().toLowerCase(Locale.ROOT));
  }

  Item with(String name, Instant value) {
    return with(name, value.toString());
  }

  /** For time to live, which DynamoDB reads as seconds since 1970. */
  Item withSecond(String name, @Nullable Instant value) {
    if (value != null) {
      attributes.put(name, second(value));
    }
    return this;
  }

  Item with(String name, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      var values = new HashMap<String, AttributeValue>();
      texts.forEach((key, text) -> values.put(key, AttributeValue.fromS(text)));
      attributes.put(name, AttributeValue.fromM(values));
    }
    return this;
  }

  Item with(String name, Collection<String> texts) {
    attributes.put(name, textsOf(texts));
    return this;
  }

  /** A set without members is absent. */
  Item withSet(String name, Set<String> texts) {
    if (!texts.isEmpty()) {
      attributes.put(name, AttributeValue.fromSs(List.copyOf(texts)));
    }
    return this;
  }

  static AttributeValue textsOf(Collection<String> texts) {
    return AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList());
  }

  static AttributeValue second(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
  }

  @Nullable String text(String name) {
    var value = attributes.get(name);
    return value == null ? null : value.s();
  }

  String requiredText(String name) {
    var text = text(name);
    if (text == null) {
      throw new IllegalStateException("an item lacks its attribute " + name);
    }
    return text;
  }

  @Nullable Integer integer(String name) {
    var value = attributes.get(name);
    return value == null ? null : Integer.valueOf(value.n());
  }

  int requiredInteger(String name) {
    return Math.toIntExact(number(name));
  }

  /** A count, 0 when it is absent. */
  long number(String name) {
    var value = attributes.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  /** A figure, 0 when it is absent. */
  BigDecimal decimal(String name) {
    var value = attributes.get(name);
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.n());
  }

  Instant instant(String name) {
    return Instant.parse(requiredText(name));
  }

  @Nullable Instant instantOrNull(String name) {
    var text = text(name);
    return text == null ? null : Instant.parse(text);
  }

  @Nullable Instant instantOfSecond(String name) {
    var value = attributes.get(name);
    return value == null ? null : Instant.ofEpochSecond(Long.parseLong(value.n()));
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return Enum.valueOf(type, requiredText(name).toUpperCase(Locale.ROOT));
  }

  <E extends Enum<E>> @Nullable E constantOrNull(String name, Class<E> type) {
    return text(name) == null ? null : constant(name, type);
  }

  Map<String, String> texts(String name) {
    var texts = new HashMap<String, String>();
    var value = attributes.get(name);
    if (value != null) {
      value.m().forEach((key, text) -> texts.put(key, text.s()));
    }
    return texts;
  }

  Collection<String> textList(String name) {
    var value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  Set<String> textSet(String name) {
    var value = attributes.get(name);
    return value == null ? Set.of() : Set.copyOf(value.ss());
  }
}
