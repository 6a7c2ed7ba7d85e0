package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.UI;

/**
 * The console's own custom elements. They are static files that the browser loads as they are: the
 * module has no frontend build.
 */
public final class Elements {
  private Elements() {}

  /** Loads them into the window; again does nothing. */
  public static void load(UI ui) {
    ui.getPage().addJsModule("context://console/elements.js");
  }
}
