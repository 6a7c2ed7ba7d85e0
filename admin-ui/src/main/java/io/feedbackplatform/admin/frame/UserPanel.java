package io.feedbackplatform.admin.frame;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Me.Membership;
import io.feedbackplatform.admin.look.Symbol;
import java.util.Optional;

/** Who is signed in, with what role, and the way out. */
final class UserPanel extends Div {
  private final Avatar avatar = new Avatar();
  private final Span name = new Span();
  private final Span role = new Span();

  UserPanel(Runnable signOut) {
    addClassName("user");
    name.addClassName("user-name");
    role.addClassName("user-role");
    Div who = new Div(name, role);
    who.addClassName("user-who");
    Button out = new Button(Symbol.LEAVE.icon(), click -> signOut.run());
    out.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    out.setAriaLabel("Sign out");
    out.setTooltipText("Sign out");
    add(avatar, who, new ColorSchemeToggle(), out);
  }

  void show(String username, Optional<Membership> tenant) {
    avatar.setName(username);
    name.setText(username);
    role.setText(tenant.map(Membership::role).orElse("no tenant"));
  }
}
