package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Feedback;
import java.util.ArrayList;
import java.util.List;

/** What a visitor picked on the scales, with words for those who do not see it. */
public final class Answers extends Span {

  /** Shows all that was picked. */
  public Answers(Feedback feedback) {
    addClassName("stars");
    if (text(feedback).isEmpty()) {
      setText(label(feedback));
      addClassName("stars-none");
    } else {
      setText(text(feedback));
      getElement().setAttribute("role", "img");
      getElement().setAttribute("aria-label", label(feedback));
    }
  }

  /** Stars, and figures of the other scales; empty when nothing was picked. */
  public static String text(Feedback feedback) {
    List<String> parts = new ArrayList<>();
    if (feedback.rating() != null) {
      parts.add(Stars.text(feedback.rating()));
    }
    if (feedback.nps() != null) {
      parts.add("NPS " + feedback.nps());
    }
    if (feedback.ces() != null) {
      parts.add("CES " + feedback.ces());
    }
    return String.join(" · ", parts);
  }

  /** The same in words. */
  public static String label(Feedback feedback) {
    List<String> parts = new ArrayList<>();
    if (feedback.rating() != null) {
      parts.add(Stars.label(feedback.rating()));
    }
    if (feedback.nps() != null) {
      parts.add(feedback.nps() + " of 10, how likely to recommend");
    }
    if (feedback.ces() != null) {
      parts.add(feedback.ces() + " of 7, how easy it was");
    }
    return parts.isEmpty() ? Stars.label(null) : String.join("; ", parts);
  }
}
