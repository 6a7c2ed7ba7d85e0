package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.look.Stars;
import java.util.Map;

/** How often each rating was given, five stars first. */
final class RatingBars extends Panel {
  private final OrderedList rows = new OrderedList();

  RatingBars() {
    super("Ratings");
    rows.addClassName("bars");
    add(rows);
  }

  void show(Map<String, Long> ratings) {
    long all = ratings.values().stream().mapToLong(Long::longValue).sum();
    rows.removeAll();
    for (int rating = 5; rating >= 1; rating--) {
      rows.add(row(rating, ratings.getOrDefault(String.valueOf(rating), 0L), all));
    }
  }

  private static ListItem row(int rating, long count, long all) {
    Div fill = new Div();
    fill.addClassName("bar-fill");
    fill.getStyle().set("width", (all == 0 ? 0 : 100.0 * count / all) + "%");
    Div track = new Div(fill);
    track.addClassName("bar-track");
    track.getElement().setAttribute("aria-hidden", "true");
    Span number = new Span(count + " · " + Percent.of(count, all));
    number.addClassName("legend-number");
    return new ListItem(new Stars(rating), track, number);
  }
}
