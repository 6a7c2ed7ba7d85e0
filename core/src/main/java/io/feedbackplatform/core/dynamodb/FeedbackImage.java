package io.feedbackplatform.core.dynamodb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a piece of feedback, or of an opened form, at one moment, in whatever form a
 * stream hands them over. An attribute that is absent, or of another type, is null.
 */
public interface FeedbackImage {

  @Nullable String text(String attribute);

  @Nullable String number(String attribute);

  /** Of a set of texts. */
  @Nullable List<String> texts(String attribute);

  /** Whether an attribute is there and true. */
  boolean flag(String attribute);
}
