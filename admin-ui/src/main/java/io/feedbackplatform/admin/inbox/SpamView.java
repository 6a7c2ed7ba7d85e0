package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;

/** What is kept apart as spam, for who looks after what should not be there. */
@Route("spam")
@PageTitle("Spam")
@Menu(title = "Spam", order = 0.5, icon = Symbol.FOLDER + "spam.svg")
@PermitAll
final class SpamView extends FeedbackView {

  SpamView(ApiClient api, Vocabulary vocabulary, Workspace workspace, LiveUpdates live) {
    super(api, vocabulary, workspace, live, Pile.SPAM);
  }
}
