package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks a user whose sign-in has ended to begin a new one; the only way on is to do so. */
public final class SignInAgain extends Dialog {

  /** Opens it, unless it is already there. */
  public static void show(UI ui, String explanation) {
    if (ComponentUtil.getData(ui, SignInAgain.class) == null) {
      SignInAgain dialog = new SignInAgain(explanation);
      ComponentUtil.setData(ui, SignInAgain.class, dialog);
      dialog.open();
    }
  }

  private SignInAgain(String explanation) {
    setHeaderTitle("You have been signed out");
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    setWidth("24rem");
    Button go = new Button("Sign in", click -> leave());
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.setAutofocus(true);
    add(new Paragraph(explanation));
    getFooter().add(go);
  }

  private void leave() {
    getUI().ifPresent(ui -> ui.getPage().setLocation("oauth2/authorization/console"));
  }
}
