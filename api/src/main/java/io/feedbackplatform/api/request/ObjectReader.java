package io.feedbackplatform.api.request;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.NullNode;

/** Reads a body that must be an object, and lets its fields say what is wrong with it. */
public abstract class ObjectReader<T> extends ValueDeserializer<T> {

  protected abstract T read(JsonNode body);

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    return read(context.readTree(parser));
  }

  @Override
  public T getNullValue(DeserializationContext context) {
    return read(NullNode.getInstance());
  }
}
