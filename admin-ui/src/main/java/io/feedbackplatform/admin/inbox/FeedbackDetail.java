package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.look.Moment;
import io.feedbackplatform.admin.look.Mood;
import io.feedbackplatform.admin.look.Stars;
import io.feedbackplatform.admin.look.Symbol;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything about one piece of feedback. What the visitor typed is shown as text, all of it. */
final class FeedbackDetail extends Div {

  FeedbackDetail(Feedback feedback, Runnable close) {
    addClassName("detail");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", "Feedback");
    add(header(feedback, close), message(feedback.message()), facts(feedback));
    if (!feedback.metadata().isEmpty()) {
      add(new H3("Metadata"), metadata(feedback.metadata()));
    }
  }

  private static Div header(Feedback feedback, Runnable close) {
    Button closing = new Button(Symbol.CLOSE.icon(), click -> close.run());
    closing.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    closing.setAriaLabel("Close");
    closing.addClassName("detail-close");
    Span status = new Span(feedback.status().replace('_', ' '));
    status.addClassNames("chip", "status");
    Div header =
        new Div(new Stars(feedback.rating()), new Mood(feedback.sentiment()), status, closing);
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
