package io.feedbackplatform.admin.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.SvgIcon;
import io.feedbackplatform.admin.api.Invitation;
import io.feedbackplatform.admin.look.Moment;
import io.feedbackplatform.admin.look.Row;
import io.feedbackplatform.admin.look.Symbol;
import java.util.function.Consumer;

/** Who is invited and has not come yet. */
final class InvitationList extends UnorderedList {
  private final Consumer<Invitation> resend;
  private final Consumer<Invitation> revoke;

  InvitationList(Consumer<Invitation> resend, Consumer<Invitation> revoke) {
    this.resend = resend;
    this.revoke = revoke;
    addClassName("rows");
  }

  void show(TeamState team) {
    removeAll();
    team.invitations().forEach(invitation -> add(row(team, invitation)));
  }

  private Row row(TeamState team, Invitation invitation) {
    SvgIcon mark = Symbol.LETTER.icon();
    mark.addClassName("row-mark");
    Span role = new Span(Roles.word(invitation.role()));
    role.addClassName("chip");
    if (!team.mayManage(invitation.role())) {
      return new Row(mark, invitation.email(), state(invitation), role);
    }
    Button again = new Button("Send again", click -> resend.accept(invitation));
    again.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    again.setAriaLabel("Send again to " + invitation.email());
    Button gone = new Button(Symbol.BIN.icon(), click -> revoke.accept(invitation));
    gone.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    gone.setAriaLabel("Revoke the invitation of " + invitation.email());
    gone.setTooltipText("Revoke");
    return new Row(mark, invitation.email(), state(invitation), role, again, gone);
  }

  private static Div state(Invitation invitation) {
    Div state = new Div();
    state.addClassName("row-below");
    if (invitation.mailedAt() == null) {
      Span unsent = new Span("Mail was not sent");
      unsent.addClassName("row-trouble");
      state.add(unsent);
    } else {
      state.add(new Span("Mailed "), new Moment(invitation.mailedAt()));
    }
    state.add(new Span(" · ends "), new Moment(invitation.expiresAt()));
    return state;
  }
}
