package io.feedbackplatform.admin.inbox;

import io.feedbackplatform.admin.api.Feedback;
import org.jspecify.annotations.Nullable;

/** A kind of feedback that has a list of its own. */
enum Pile {
  INBOX("", null),
  SPAM("spam", Feedback.SPAM);

  private final String path;
  private final @Nullable String status;

  Pile(String path, @Nullable String status) {
    this.path = path;
    this.status = status;
  }

  /** Of its page. */
  String path() {
    return path;
  }

  /** To ask the API for; null for everything but spam. */
  @Nullable String status() {
    return status;
  }
}
