package io.feedbackplatform.api.feedback;

import io.feedbackplatform.core.feedback.Status;
import java.util.Arrays;
import java.util.Optional;

/** How a status is spelt in bodies and queries. */
final class StatusWord {

  static final String NEEDED = "Send one of new, open, in_progress, resolved, spam and archived.";

  private StatusWord() {}

  static Optional<Status> parse(String word) {
    return Arrays.stream(Status.values())
        .filter(status -> FeedbackResponse.word(status).equals(word))
        .findFirst();
  }
}
