package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

/** A line of a list: a name with something below it, and what can be done at its end. */
public final class Row extends ListItem {

  /** A line. */
  public Row(Component mark, String name, Component below, Component... end) {
    this(mark, new Span(name), below, end);
  }

  /** A line whose name can be more than words. */
  public Row(Component mark, Component name, Component below, Component... end) {
    addClassName("row");
    Div title = new Div(name);
    title.addClassName("row-name");
    Div words = new Div(title, below);
    words.addClassName("row-words");
    Div actions = new Div(end);
    actions.addClassName("row-end");
    add(mark, words, actions);
  }
}
