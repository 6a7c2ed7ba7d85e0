package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.ApiException;

/** A line that says that what is on screen may be behind, and that the console is working on it. */
public final class Reconnecting extends Div {
  private final Span why = new Span();

  /** Starts hidden. */
  public Reconnecting() {
    addClassName("reconnecting");
    getElement().setAttribute("role", "status");
    Span dot = new Span();
    dot.addClassName("pulse");
    add(dot, new Span("Reconnecting…"), why);
    setVisible(false);
  }

  /** Shows it with the reason. */
  public void show(ApiException reason) {
    why.setText(reason.explanation());
    setVisible(true);
  }

  /** Hides it. */
  public void done() {
    setVisible(false);
  }
}
