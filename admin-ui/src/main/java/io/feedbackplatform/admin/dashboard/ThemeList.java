package io.feedbackplatform.admin.dashboard;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.api.Themes;
import io.feedbackplatform.admin.api.Themes.Order;
import io.feedbackplatform.admin.api.Themes.Theme;
import io.feedbackplatform.admin.look.InboxLink;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What visitors talk about: how many do, how they sound, and whether it becomes more. */
final class ThemeList extends Panel {
  private static final double AUDIBLE = 0.1;

  private final OrderedList rows = new OrderedList();
  private final Paragraph note = new Paragraph();
  private @Nullable Themes shown;

  ThemeList(Consumer<Order> chosen) {
    super("Themes");
    addClassName("themes");
    Select<Order> order = new Select<>();
    order.setItems(Order.values());
    order.setItemLabelGenerator(ThemeList::words);
    order.setValue(Order.FREQUENT);
    order.setAriaLabel("Order of themes");
    order.addValueChangeListener(change -> chosen.accept(change.getValue()));
    addToHeader(order);
    rows.addClassName("theme-rows");
    note.addClassName("quiet");
    add(rows, note);
  }

  /**
   * Shows them.
   *
   * @param days of which days they are, if not those of the other figures
   */
  void show(Themes now, String days) {
    note.setText(Stream.of(days, note(now)).filter(one -> !one.isEmpty()).collect(joining(" ")));
    note.setVisible(!note.getText().isEmpty());
    // New rows would take the focus.
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    rows.removeAll();
    now.themes().forEach(theme -> rows.add(row(theme)));
  }

  private String note(Themes now) {
    String read = number(now.read().feedback());
    return now.themes().isEmpty()
        ? "No word is said by several in this period."
        : now.read().complete() ? "" : "From the newest " + read + " pieces of this period.";
  }

  private ListItem row(Theme theme) {
    Span dot = new Span();
    String mood = mood(theme.sentimentScore());
    dot.addClassNames("dot", "mood-" + mood);
    dot.getElement().setAttribute("role", "img").setAttribute("aria-label", "sounds " + mood);
    dot.setTitle("Sounds " + mood);
    InboxLink term = new InboxLink(theme.term(), "feedback that says so", theme.filter());
    term.addClassName("theme-term");
    String share = String.format(getLocale(), "%.0f %%", 100 * theme.share());
    Span count = new Span(number(theme.feedback()) + " · " + share);
    count.addClassName("legend-number");
    Span trend = new Span(trend(theme));
    trend.addClassNames(
        "theme-trend", theme.significant() ? "difference-significant" : "difference-chance");
    return new ListItem(dot, term, trend, count);
  }

  private String trend(Theme theme) {
    String sure = theme.significant() ? ", significant" : "";
    return switch (theme.trend()) {
      case "new" -> "new" + sure;
      case "rising" -> "▲ rising" + sure + ", " + number(theme.before()) + " before";
      case "falling" -> "▼ falling" + sure + ", " + number(theme.before()) + " before";
      default -> number(theme.before()) + " before";
    };
  }

  private static String mood(double score) {
    return score > AUDIBLE ? "positive" : score < -AUDIBLE ? "negative" : "neutral";
  }

  private String number(long value) {
    return Numbers.of(value, getLocale());
  }

  private static String words(Order order) {
    return switch (order) {
      case FREQUENT -> "Most frequent";
      case RISING -> "Rising";
    };
  }
}
