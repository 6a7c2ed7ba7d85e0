package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.look.Moment;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known about a piece of feedback, as names and values. */
final class FeedbackFacts extends DescriptionList {

  private FeedbackFacts() {
    addClassName("facts");
  }

  static FeedbackFacts of(Feedback feedback) {
    FeedbackFacts facts = new FeedbackFacts();
    facts.fact("Received", Moment.exact(feedback.createdAt()));
    facts.fact("Name", text(feedback.name()));
    facts.fact("E-mail", SafeLinks.email(feedback.email()));
    facts.fact("Site", text(feedback.siteName()));
    facts.fact("Category", text(feedback.category()));
    facts.fact("Page", SafeLinks.page(feedback.page()));
    facts.fact("Language", text(feedback.locale()));
    facts.fact("ID", code(feedback.feedbackId()));
    return facts;
  }

  /** What the site's own code added. */
  static FeedbackFacts of(Map<String, Object> metadata) {
    FeedbackFacts facts = new FeedbackFacts();
    facts.addClassName("metadata");
    new TreeMap<>(metadata).forEach((key, value) -> facts.fact(key, code(String.valueOf(value))));
    return facts;
  }

  private void fact(String name, @Nullable Component value) {
    if (value != null) {
      add(new Term(name), new Description(value));
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
