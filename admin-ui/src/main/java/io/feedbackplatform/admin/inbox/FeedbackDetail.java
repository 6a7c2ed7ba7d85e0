package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.SpamFinding;
import io.feedbackplatform.admin.look.Answers;
import io.feedbackplatform.admin.look.Moment;
import io.feedbackplatform.admin.look.Mood;
import io.feedbackplatform.admin.look.Symbol;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything about one piece of feedback. What the visitor typed is shown as text, all of it. */
final class FeedbackDetail extends Div {

  private final Feedback feedback;
  private final Div actions = new Div();

  /** Somebody wants it in another status. */
  interface Mover {
    void move(Feedback feedback, String status);
  }

  FeedbackDetail(Feedback feedback, Runnable close) {
    this.feedback = feedback;
    addClassName("detail");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", "Feedback");
    actions.addClassName("detail-actions");
    actions.setVisible(false);
    add(header(feedback, close), message(feedback.message()), actions, facts(feedback));
    if (feedback.spam() != null) {
      add(new H3("Why it looked like spam"), signs(feedback.spam()));
    }
    if (!feedback.metadata().isEmpty()) {
      add(new H3("Metadata"), metadata(feedback.metadata()));
    }
  }

  /** Offers to say that it is spam, or that it is none. */
  void offer(Mover mover) {
    Button move =
        feedback.isSpam()
            ? new Button("Not spam", Symbol.INBOX.icon(), click -> mover.move(feedback, "new"))
            : new Button("Spam", Symbol.SPAM.icon(), click -> mover.move(feedback, Feedback.SPAM));
    move.setDisableOnClick(true);
    move.setTooltipText(
        feedback.isSpam() ? "Move to the inbox, as new" : "Keep apart from inbox and figures");
    actions.add(move);
    actions.setVisible(true);
  }

  /** Lets what was offered be chosen again. */
  void enable() {
    actions.getChildren().forEach(action -> ((Button) action).setEnabled(true));
  }

  private static UnorderedList signs(SpamFinding found) {
    UnorderedList signs = new UnorderedList();
    signs.addClassName("signs");
    found.reasons().forEach(sign -> signs.add(new ListItem(SpamSigns.words(sign))));
    signs.add(new ListItem("Score: " + found.score() + " of 100 (spam from 50 on)"));
    return signs;
  }

  private static Div header(Feedback feedback, Runnable close) {
    Button closing = new Button(Symbol.CLOSE.icon(), click -> close.run());
    closing.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    closing.setAriaLabel("Close");
    closing.addClassName("detail-close");
    Span status = new Span(feedback.status().replace('_', ' '));
    status.addClassNames("chip", "status");
    Div header = new Div(new Answers(feedback), new Mood(feedback.sentiment()), status, closing);
    if (feedback.isOverQuota()) {
      Span over = new Span("Over quota");
      over.addClassNames("chip", "warn");
      over.setTitle("It came beyond this month's quota, and is kept like any other.");
      header.addComponentAtIndex(3, over);
    }
    header.addClassName("detail-header");
    return header;
  }

  private static Paragraph message(@Nullable String message) {
    Paragraph text =
        new Paragraph(Objects.requireNonNullElse(message, "The visitor left a rating only."));
    text.addClassName(message == null ? "message-none" : "message");
    return text;
  }

  private static DescriptionList facts(Feedback feedback) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    fact(facts, "Received", Moment.exact(feedback.createdAt()));
    fact(facts, "Name", text(feedback.name()));
    fact(facts, "E-mail", SafeLinks.email(feedback.email()));
    fact(facts, "Site", text(feedback.siteName()));
    fact(facts, "Category", text(feedback.category()));
    fact(facts, "Page", SafeLinks.page(feedback.page()));
    fact(facts, "Language", text(feedback.locale()));
    fact(facts, "ID", code(feedback.feedbackId()));
    return facts;
  }

  private static DescriptionList metadata(Map<String, Object> metadata) {
    DescriptionList list = new DescriptionList();
    list.addClassNames("facts", "metadata");
    new TreeMap<>(metadata).forEach((key, value) -> fact(list, key, code(String.valueOf(value))));
    return list;
  }

  private static void fact(DescriptionList list, String name, @Nullable Component value) {
    if (value != null) {
      list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
  }

  private static @Nullable Span text(@Nullable String value) {
    return value == null || value.isBlank() ? null : new Span(value);
  }

  private static Span code(String value) {
    Span code = new Span(value);
    code.addClassName("code");
    return code;
  }
}
