package io.feedbackplatform.admin.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.feedbackplatform.admin.api.Invitation;
import io.feedbackplatform.admin.look.CopyButton;

/** Says that an invitation is kept although its mail was not sent, and how to go on. */
final class UnsentDialog extends Dialog {

  UnsentDialog(Invitation invitation) {
    setHeaderTitle("The mail was not sent");
    setWidth("28rem");
    add(
        new Paragraph(
            "The invitation of "
                + invitation.email()
                + " is open, but its mail could not be sent. Send it again in a moment, or copy the"
                + " link and pass it on yourself. Whoever has the link can use it, once."));
    Button close = new Button("Close", click -> close());
    close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(close);
    if (invitation.token() != null) {
      getFooter()
          .addComponentAsFirst(
              CopyButton.ofPage("Copy link", "invitations/accept#" + invitation.token()));
    }
  }
}
