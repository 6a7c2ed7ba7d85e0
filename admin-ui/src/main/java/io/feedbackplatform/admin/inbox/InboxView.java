package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;

/** The inbox: everything but spam. */
@Route("")
@RouteAlias("inbox")
@PageTitle("Inbox")
@Menu(title = "Inbox", order = 0, icon = Symbol.FOLDER + "inbox.svg")
@PermitAll
final class InboxView extends FeedbackView {

  InboxView(ApiClient api, Vocabulary vocabulary, Workspace workspace, LiveUpdates live) {
    super(api, vocabulary, workspace, live, Pile.INBOX);
  }
}
