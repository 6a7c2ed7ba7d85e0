package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands in a view that has nothing else to show, and why. */
public final class Notice extends Div {

  /** A symbol, a few words, and what the user can do about it. */
  public Notice(Symbol symbol, String title, String text, Component... actions) {
    addClassName("notice");
    add(symbol.icon(), new H2(title), new Paragraph(text));
    add(actions);
  }

  /** Makes assistive technology read it out at once. */
  public Notice asAlert() {
    getElement().setAttribute("role", "alert");
    return this;
  }
}
