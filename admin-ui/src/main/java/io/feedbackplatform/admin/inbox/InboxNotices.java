package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.look.Notice;
import io.feedbackplatform.admin.look.Symbol;

/** What the inbox shows in place of a list. */
final class InboxNotices {
  private InboxNotices() {}

  static Component loading() {
    ProgressBar bar = new ProgressBar();
    bar.setIndeterminate(true);
    Div loading = new Div(new Span("Loading feedback…"), bar);
    loading.addClassName("loading");
    loading.getElement().setAttribute("role", "status");
    return loading;
  }

  static Component empty(Pile pile) {
    return switch (pile) {
      case INBOX -> noFeedback();
      case SPAM ->
          new Notice(
              Symbol.SPAM,
              "No spam",
              "What looks like spam is kept here, apart from the inbox and the figures.");
    };
  }

  static Component noMatch(Runnable clear) {
    return new Notice(
        Symbol.FILTER,
        "Nothing matches",
        "No feedback is as the filters above want it. What matches later appears here by itself.",
        new Button("Clear filters", click -> clear.run()));
  }

  private static Component noFeedback() {
    return new Notice(
        Symbol.INBOX,
        "No feedback yet",
        "Put the widget on your pages: each site has a tag for it, ready to copy. What your visitors"
            + " say appears here within seconds.",
        new Anchor("sites", "Go to sites"));
  }

  static Component failed(ApiException why, Runnable retry) {
    Button again = new Button("Try again", click -> retry.run());
    again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return new Notice(
            Symbol.BROKEN, "Your feedback cannot be shown right now", why.explanation(), again)
        .asAlert();
  }
}
