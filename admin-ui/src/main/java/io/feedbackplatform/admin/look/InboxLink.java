package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.html.Anchor;
import io.feedbackplatform.admin.api.FeedbackFilter;
import java.util.Map;

/** Leads to the feedback behind a number. */
public final class InboxLink extends Anchor {

  /** A link that does not lead anywhere yet. */
  public InboxLink() {
    addClassName("to-inbox");
  }

  /** A link, as {@link #lead} makes it. */
  public InboxLink(String text, String what, Map<String, String> filter) {
    this();
    show(text, what, filter);
  }

  /**
   * Leads there from now on.
   *
   * @param text what is to be read, as a number
   * @param what it leads to, for those who hear the number alone
   */
  public void lead(String text, String what, Map<String, String> filter) {
    show(text, what, filter);
  }

  private void show(String text, String what, Map<String, String> filter) {
    setHref(path(new FeedbackFilter(filter)));
    setText(text);
    setAriaLabel(text + ": " + what);
    setTitle(what);
  }

  /** The inbox with a filter. */
  public static String path(FeedbackFilter filter) {
    return filter.isEmpty() ? "." : "./?" + filter.query();
  }
}
