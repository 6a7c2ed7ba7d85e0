package io.feedbackplatform.admin.usage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.Locale;

/** How much of something is used: two numbers, a bar that says so at a glance, and a remark. */
final class Meter extends Div {
  private final Span used = new Span();
  private final Span limit = new Span();
  private final Div track = new Div();
  private final Div fill = new Div();
  private final Div note = new Div();

  Meter(String title) {
    addClassNames("panel", "meter");
    Div numbers = new Div(used, limit);
    used.addClassName("figure-value");
    limit.addClassName("meter-limit");
    numbers.addClassName("meter-numbers");
    track.add(fill);
    track.addClassName("bar-track");
    track.getElement().setAttribute("role", "meter").setAttribute("aria-label", title);
    fill.addClassName("bar-fill");
    note.addClassName("figure-note");
    add(new H2(title), numbers, track, note);
  }

  void show(Share share, String remark, Locale locale) {
    NumberFormat numbers = NumberFormat.getIntegerInstance(locale);
    used.setText(numbers.format(share.used()));
    limit.setText("of " + numbers.format(share.limit()));
    fill.getStyle().setWidth(Math.min(share.percent(), 100) + "%");
    fill.setClassName("fill-high", share.level() == Share.Level.HIGH);
    fill.setClassName("fill-over", share.level() == Share.Level.FULL);
    track
        .getElement()
        .setAttribute("aria-valuemin", "0")
        .setAttribute("aria-valuemax", Long.toString(share.limit()))
        .setAttribute("aria-valuenow", Long.toString(Math.min(share.used(), share.limit())))
        .setAttribute("aria-valuetext", inWords(share));
    note.setText(inWords(share) + " · " + remark);
  }

  private static String inWords(Share share) {
    return share.percent() == 0 && share.used() > 0 ? "under 1 %" : share.percent() + " %";
  }
}
