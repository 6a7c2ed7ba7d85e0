package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.button.Button;

/** Puts a text into the clipboard of the browser. */
public final class CopyButton extends Button {

  /**
   * A button.
   *
   * @param label what is copied, as in "Copy key"
   */
  public CopyButton(String label, String text) {
    this(label, "navigator.clipboard?.writeText($0)", text);
  }

  /** Copies the full address of a page of the console. */
  public static CopyButton ofPage(String label, String page) {
    return new CopyButton(
        label, "navigator.clipboard?.writeText(new URL($0, document.baseURI).href)", page);
  }

  private CopyButton(String label, String script, String text) {
    super(label);
    addClassName("copy");
    setIcon(Symbol.COPY.icon());
    // In the browser, within the click: without one the clipboard stays closed.
    addAttachListener(attached ->
        getElement().executeJs("this.addEventListener('click', () => " + script + ")", text));
    addClickListener(click -> setText("Copied"));
  }
}
