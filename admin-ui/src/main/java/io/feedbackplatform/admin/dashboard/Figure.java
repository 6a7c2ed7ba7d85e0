package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;

/** One number with its name, and below it what is to be known about it. */
final class Figure extends Div {
  private final Div value = new Div();
  private final Div notes = new Div();

  Figure(String name, String meaning) {
    addClassName("figure");
    Span label = new Span(name);
    label.addClassName("figure-name");
    label.setTitle(meaning);
    value.addClassName("figure-value");
    notes.addClassName("figure-notes");
    add(label, value, notes);
  }

  /**
   * Shows a number.
   *
   * @param lines each a note of its own
   */
  void show(Component number, Component... lines) {
    value.removeAll();
    value.add(number);
    notes.removeAll();
    Stream.of(lines)
        .map(Div::new)
        .forEach(line -> {
          line.addClassName("figure-note");
          notes.add(line);
        });
  }
}
