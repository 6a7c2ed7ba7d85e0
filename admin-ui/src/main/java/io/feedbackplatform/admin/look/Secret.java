package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;

/** Shows something once that nobody can show again. */
public final class Secret extends Dialog {

  /**
   * A secret.
   *
   * @param warning what happens to who does not keep it
   */
  public Secret(String title, String warning, String copyLabel, String secret) {
    setHeaderTitle(title);
    setWidth("34rem");
    setCloseOnOutsideClick(false);
    setCloseOnEsc(false);
    addClassName("secret");
    Paragraph words = new Paragraph(warning);
    words.addClassName("warning");
    words.getElement().setAttribute("role", "alert");
    Pre shown = new Pre(secret);
    shown.addClassNames("snippet", "secret-text");
    shown.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", title);
    CopyButton copy = new CopyButton(copyLabel, secret);
    copy.setAutofocus(true);
    Button done = new Button("I have kept it", click -> close());
    done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new Div(words, shown));
    getFooter().add(copy, done);
  }
}
