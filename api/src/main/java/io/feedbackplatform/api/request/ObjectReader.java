package io.feedbackplatform.api.request;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.NullNode;

/**
 * Reads a body that must be an object without coercing anything, and lets its fields say what is
 * wrong with it.
 */
public abstract class ObjectReader<T> extends ValueDeserializer<T> {

  protected abstract T read(JsonNode body);

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    return read(tree(parser, context));
  }

  @Override
  public T getNullValue(DeserializationContext context) {
    return read(NullNode.getInstance());
  }

  private static JsonNode tree(JsonParser parser, DeserializationContext context) {
    try {
      return context.readTree(parser);
    } catch (NumberFormatException beyondAllNumbers) {
      // The parser lets it out as it is, with the number in its words, when an exponent is endless.
      throw new StreamConstraintsException("an exponent is out of range");
    }
  }
}
