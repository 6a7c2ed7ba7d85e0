package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before something is done that cannot be undone. */
public final class Question extends Dialog {

  /**
   * A question.
   *
   * @param title what is going to be done, as a question
   * @param consequence what follows from it
   * @param verb the word on the button that does it
   */
  public Question(String title, String consequence, String verb, Runnable then) {
    setHeaderTitle(title);
    setWidth("26rem");
    addClassName("question");
    add(new Paragraph(consequence));
    Button no = new Button("Cancel", click -> close());
    // Enter does nothing that cannot be undone.
    no.setAutofocus(true);
    Button yes =
        new Button(
            verb,
            click -> {
              close();
              then.run();
            });
    yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    getFooter().add(no, yes);
  }
}
