package io.feedbackplatform.core.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param next where the list goes on, absent at its end
 */
public record FeedbackPage(List<Feedback> items, @Nullable FeedbackId next) {

  public FeedbackPage {
    items = List.copyOf(items);
  }
}
