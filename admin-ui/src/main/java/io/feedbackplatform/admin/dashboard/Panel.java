package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A titled box on the dashboard. */
abstract class Panel extends Div {
  private final Div header = new Div();

  Panel(String title) {
    addClassName("panel");
    header.addClassName("panel-header");
    H2 heading = new H2(title);
    header.add(heading);
    add(header);
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", title);
  }

  final void addToHeader(Component component) {
    header.add(component);
  }
}
