package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.SpamFinding;
import io.feedbackplatform.admin.look.Answers;
import io.feedbackplatform.admin.look.Mood;
import io.feedbackplatform.admin.look.Symbol;
import java.util.Collection;
import java.util.function.Consumer;

/** Everything about one piece of feedback. What the visitor typed is shown as text, all of it. */
final class FeedbackDetail extends Div {
  private final Mood mood;
  private final Span status = new Span();
  private final MarkedMessage message = new MarkedMessage();
  private final Div actions = new Div();
  private final MoodPanel moods = new MoodPanel();
  private final TagPanel tags = new TagPanel();
  private Feedback shown;

  FeedbackDetail(Feedback feedback, Runnable close) {
    shown = feedback;
    mood = new Mood(feedback.sentiment());
    addClassName("detail");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", "Feedback");
    actions.addClassName("detail-actions");
    actions.setVisible(false);
    status.addClassNames("chip", "status");
    add(header(feedback, close), message, actions, moods, tags);
    add(new H3("Details"), FeedbackFacts.of(feedback));
    if (feedback.spam() != null) {
      add(new H3("Why it looked like spam"), signs(feedback.spam()));
    }
    if (!feedback.metadata().isEmpty()) {
      add(new H3("Metadata"), FeedbackFacts.of(feedback.metadata()));
    }
    show(feedback);
  }

  /** Whether it is that piece of feedback which is shown. */
  boolean isOf(Feedback feedback) {
    return shown.feedbackId().equals(feedback.feedbackId());
  }

  /** Shows what has become of it; what has the focus keeps it. */
  void show(Feedback now) {
    shown = now;
    mood.show(now.sentiment());
    status.setText(now.status().replace('_', ' '));
    message.show(now);
    moods.show(now);
    tags.show(now);
  }

  /**
   * Offers what somebody who works on feedback can do to it.
   *
   * @param moved told when it belongs into another list
   * @param changed told when it has become another where it is
   */
  void offer(Triage triage, Consumer<Feedback> moved, Consumer<Feedback> changed) {
    String target = shown.isSpam() ? "new" : Feedback.SPAM;
    Button move = new Button(shown.isSpam() ? "Not spam" : "Spam");
    move.setIcon((shown.isSpam() ? Symbol.INBOX : Symbol.SPAM).icon());
    move.setDisableOnClick(true);
    move.setTooltipText(
        shown.isSpam() ? "Move to the inbox, as new" : "Keep apart from inbox and figures");
    move.addClickListener(click -> triage.move(target, moved, this::restore));
    actions.add(move);
    actions.setVisible(true);
    moods.offer(sentiment -> triage.judge(sentiment, changed, this::restore));
    tags.offer(wanted -> triage.tag(wanted, changed, this::restore));
    show(shown);
  }

  /** Suggests tags. */
  void suggest(Collection<String> known) {
    tags.know(known);
  }

  /** Shows again what is so, and lets what was offered be chosen again. */
  void restore() {
    actions.getChildren().forEach(action -> ((Button) action).setEnabled(true));
    show(shown);
  }

  private static UnorderedList signs(SpamFinding found) {
    UnorderedList signs = new UnorderedList();
    signs.addClassName("signs");
    found.reasons().forEach(sign -> signs.add(new ListItem(SpamSigns.words(sign))));
    signs.add(new ListItem("Score: " + found.score() + " of 100 (spam from 50 on)"));
    return signs;
  }

  private Div header(Feedback feedback, Runnable close) {
    Button closing = new Button(Symbol.CLOSE.icon(), click -> close.run());
    closing.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    closing.setAriaLabel("Close");
    closing.addClassName("detail-close");
    Div header = new Div(new Answers(feedback), mood, status, closing);
    if (feedback.isOverQuota()) {
      Span over = new Span("Over quota");
      over.addClassNames("chip", "warn");
      over.setTitle("It came beyond this month's quota, and is kept like any other.");
      header.addComponentAtIndex(3, over);
    }
    header.addClassName("detail-header");
    return header;
  }
}
