package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.UI;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.workspace.Acting;
import io.feedbackplatform.admin.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The piece of feedback that is shown in full, if any, with what the user may do to it. */
final class OpenFeedback {
  private static final Logger LOG = LoggerFactory.getLogger(OpenFeedback.class);

  private final ApiClient api;
  private final Vocabulary vocabulary;
  private final Workspace workspace;
  private final LiveUpdates live;
  private final Acting act;
  private @Nullable FeedbackDetail detail;

  OpenFeedback(
      ApiClient api, Vocabulary vocabulary, Workspace workspace, LiveUpdates live, Acting act) {
    this.api = api;
    this.vocabulary = vocabulary;
    this.workspace = workspace;
    this.live = live;
    this.act = act;
  }

  /**
   * Opens another.
   *
   * @param list where it was picked, which is told what becomes of it
   */
  FeedbackDetail open(Feedback item, FeedbackList list, UI ui) {
    FeedbackDetail made = new FeedbackDetail(item, list::unpick);
    if (workspace.isAgent()) {
      made.offer(
          new Triage(act, api, item),
          moved -> {
            list.unpick();
            list.left(moved);
          },
          now -> {
            list.replace(now);
            changed(now);
          });
      suggestTags(made, ui);
    }
    detail = made;
    return made;
  }

  private void suggestTags(FeedbackDetail to, UI ui) {
    live.ask(
        ui,
        () -> vocabulary.tags(act.caller()),
        to::suggest,
        why -> LOG.debug("no tags to suggest", why));
  }

  /** Shows what has become of a piece, where that is the open one. */
  void changed(Feedback now) {
    if (detail != null && detail.isOf(now)) {
      detail.show(now);
    }
  }

  void close() {
    detail = null;
  }
}
