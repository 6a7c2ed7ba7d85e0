package io.feedbackplatform.workers.stream;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import io.feedbackplatform.core.dynamodb.FeedbackImage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item as a record of the stream has it. */
public record StreamImage(Map<String, AttributeValue> attributes) implements FeedbackImage {

  /**
   * @param attributes absent where a record has no such image, which is then one of nothing
   */
  public static StreamImage of(@Nullable Map<String, AttributeValue> attributes) {
    return new StreamImage(attributes == null ? Map.of() : attributes);
  }

  @Override
  public @Nullable String text(String attribute) {
    var value = attributes.get(attribute);
    return value == null ? null : value.getS();
  }

  @Override
  public @Nullable String number(String attribute) {
    var value = attributes.get(attribute);
    return value == null ? null : value.getN();
  }

  @Override
  public @Nullable List<String> texts(String attribute) {
    var value = attributes.get(attribute);
    return value == null ? null : value.getSS();
  }

  @Override
  public boolean flag(String attribute) {
    var value = attributes.get(attribute);
    return value != null && Boolean.TRUE.equals(value.getBOOL());
  }
}
