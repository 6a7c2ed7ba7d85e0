package io.feedbackplatform.admin.team;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import io.feedbackplatform.admin.api.ApiException;
import java.util.List;
import java.util.function.BiConsumer;

/** Asks whom to invite, and as what. Stays until the invitation is kept. */
final class InviteDialog extends Dialog {
  private final EmailField email = new EmailField("E-mail address");
  private final RadioButtonGroup<String> role = new RadioButtonGroup<>("Role");
  private final Paragraph trouble = new Paragraph();
  private final Button invite = new Button("Send invitation");

  InviteDialog(List<String> roles, BiConsumer<String, String> then) {
    setHeaderTitle("Invite somebody");
    setWidth("28rem");
    email.setWidthFull();
    email.setRequiredIndicatorVisible(true);
    email.setAutofocus(true);
    email.setMaxLength(254);
    role.setItems(roles);
    role.setItemLabelGenerator(word -> Roles.word(word) + ": " + Roles.meaning(word));
    role.setValue(Roles.AGENT);
    role.addClassName("choices");
    trouble.addClassName("dialog-trouble");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
    invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    invite.addClickShortcut(Key.ENTER);
    invite.setDisableOnClick(true);
    invite.addClickListener(click -> then.accept(email.getValue().strip(), role.getValue()));
    Div form = new Div(email, role, trouble);
    form.addClassName("form");
    add(form);
    getFooter().add(new Button("Cancel", click -> close()), invite);
  }

  void refused(ApiException why) {
    trouble.setText(why.explanation());
    trouble.setVisible(true);
    invite.setEnabled(true);
  }
}
