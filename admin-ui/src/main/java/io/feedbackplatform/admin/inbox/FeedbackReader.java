package io.feedbackplatform.admin.inbox;

import io.feedbackplatform.admin.api.Answer;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.FeedbackFilter;
import io.feedbackplatform.admin.api.FeedbackPage;
import io.feedbackplatform.admin.inbox.CursorPages.Page;
import io.feedbackplatform.admin.live.Source;
import java.util.function.Supplier;

/** Reads what one list shows, on any thread. */
final class FeedbackReader {
  private final ApiClient api;
  private final Supplier<Caller> caller;
  private final FeedbackFilter filter;

  FeedbackReader(ApiClient api, Supplier<Caller> caller, FeedbackFilter filter) {
    this.api = api;
    this.caller = caller;
    this.filter = filter;
  }

  /** The newest page, where it has changed. */
  Source<FeedbackPage> newest() {
    return Source.conditional(
        etag -> api.feedback(caller.get(), filter, FeedbackView.PAGE, null, etag));
  }

  /** The page behind a cursor. */
  Page<Feedback> older(String cursor) {
    FeedbackPage page =
        switch (api.feedback(caller.get(), filter, FeedbackView.PAGE, cursor, null)) {
          case Answer.Fresh<FeedbackPage>(FeedbackPage fresh, var etag) -> fresh;
          case Answer.Unchanged<FeedbackPage> unasked ->
              throw new IllegalStateException("no ETag was sent");
        };
    return new Page<>(page.items(), page.lastKey());
  }
}
