package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Figures;
import io.feedbackplatform.admin.look.Moment;
import io.feedbackplatform.admin.look.Stars;
import java.text.NumberFormat;
import java.util.Locale;

/** The numbers to see first. */
final class Totals extends Div {
  private final Figure total = new Figure("Feedback");
  private final Figure average = new Figure("Average rating");
  private final Figure positive = new Figure("Positive");

  Totals() {
    addClassName("figures");
    add(total, average, positive);
  }

  void show(Figures now) {
    Component updated =
        now.lastUpdated() == null ? new Span("none yet") : new Moment(now.lastUpdated());
    total.show(numbers(0).format(now.totalFeedback()), new Span("Last change "), updated);
    showAverage(now);
    long all = now.sentiment().positive() + now.sentiment().neutral() + now.sentiment().negative();
    positive.show(
        all == 0 ? "–" : Math.round(100.0 * now.sentiment().positive() / all) + " %",
        new Span(numbers(0).format(now.sentiment().positive()) + " of " + numbers(0).format(all)));
  }

  private void showAverage(Figures now) {
    Double mean = now.averageRating();
    if (mean == null) {
      average.show("–", new Span("no ratings yet"));
    } else {
      average.show(numbers(2).format(mean), new Stars((int) Math.round(mean)));
    }
  }

  private NumberFormat numbers(int digits) {
    NumberFormat format =
        NumberFormat.getNumberInstance(getUI().map(ui -> ui.getLocale()).orElse(Locale.ENGLISH));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format;
  }
}
