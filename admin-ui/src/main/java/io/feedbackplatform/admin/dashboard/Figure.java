package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One number with its name. */
final class Figure extends Div {
  private final Span value = new Span("–");
  private final Div note = new Div();

  Figure(String name) {
    addClassName("figure");
    Span label = new Span(name);
    label.addClassName("figure-name");
    value.addClassName("figure-value");
    note.addClassName("figure-note");
    add(label, value, note);
  }

  void show(String text, Component... notes) {
    value.setText(text);
    note.removeAll();
    note.add(notes);
  }
}
