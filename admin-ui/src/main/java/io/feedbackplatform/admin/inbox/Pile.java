package io.feedbackplatform.admin.inbox;

import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.FeedbackFilter;
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

  /** The same filter, of this pile. */
  FeedbackFilter of(FeedbackFilter filter) {
    return status == null ? filter : filter.with("status", status);
  }
}
