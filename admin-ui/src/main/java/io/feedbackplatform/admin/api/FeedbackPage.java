package io.feedbackplatform.admin.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the inbox, newest first.
 *
 * @param lastKey where the next older stretch begins; null at the end
 */
public record FeedbackPage(List<Feedback> items, @Nullable String lastKey) {

  public FeedbackPage {
    items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
  }
}
