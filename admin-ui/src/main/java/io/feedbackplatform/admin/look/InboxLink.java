package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.html.Anchor;
import io.feedbackplatform.admin.api.FeedbackFilter;
import java.util.Map;

/** Leads to the feedback behind a number. */
public final class InboxLink extends Anchor {

  /**
   * A link.
   *
   * @param text what is to be read, as a number
   * @param what it leads to, for those who hear the number alone
   */
  public InboxLink(String text, String what, Map<String, String> filter) {
    super(path(new FeedbackFilter(filter)), text);
    addClassName("to-inbox");
    setAriaLabel(text + ": " + what);
    setTitle(what);
  }

  /** The inbox with a filter. */
  public static String path(FeedbackFilter filter) {
    return filter.isEmpty() ? "." : "./?" + filter.query();
  }
}
