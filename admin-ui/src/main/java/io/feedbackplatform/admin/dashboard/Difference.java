package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Changes.Change;
import java.util.Locale;

/** How something differs from the period before: by how much, and whether that means anything. */
final class Difference extends Span {

  private Difference(String words, String style) {
    super(words);
    addClassNames("difference", style);
  }

  /** There is nothing to compare with. */
  static Difference none(String why) {
    return new Difference(why, "difference-none");
  }

  static Difference of(Score score, Change change, Locale locale) {
    String amount = arrow(change.value()) + score.formatChange(change.value(), locale);
    if (!change.significant()) {
      return new Difference(amount + ", may be chance", "difference-chance");
    }
    boolean good = change.value() > 0 != score.isBetterLow();
    return new Difference(amount + ", significant", good ? "difference-good" : "difference-bad");
  }

  /** A number of pieces, which comes in waves and so has no test. */
  static Difference ofCount(String words, long value) {
    return new Difference(arrow(value) + words, "difference-chance");
  }

  private static String arrow(double value) {
    return value > 0 ? "▲ " : value < 0 ? "▼ " : "";
  }
}
