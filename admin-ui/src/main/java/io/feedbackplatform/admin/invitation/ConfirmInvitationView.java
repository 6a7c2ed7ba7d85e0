package io.feedbackplatform.admin.invitation;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Me;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;

/** Asks who is signed in whether they accept, so that nobody joins by opening a link. */
@Route(value = "invitations/confirm", autoLayout = false)
@PageTitle("Invitation")
@PermitAll
final class ConfirmInvitationView extends Composite<Letter> {
  private static final String VOID = "invitation_invalid";

  private final Workspace workspace;
  private final LiveUpdates live;
  private final AuthenticationContext signedIn;

  ConfirmInvitationView(Workspace workspace, LiveUpdates live, AuthenticationContext signedIn) {
    this.workspace = workspace;
    this.live = live;
    this.signedIn = signedIn;
  }

  @Override
  protected Letter initContent() {
    return new Letter();
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    getContent().say("Join the team?", "One moment…");
    Pocket.look(
        this,
        token ->
            live.ask(attached.getUI(), workspace::refresh, me -> offer(me, token), this::refused));
  }

  void offer(Me me, String token) {
    if (token.isEmpty()) {
      getContent()
          .say(
              "Nothing to accept",
              "Open the link from your invitation again, in this window.",
              console());
      return;
    }
    Button accept = new Button("Accept the invitation");
    accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    accept.setDisableOnClick(true);
    accept.addClickListener(click ->
        live.ask(
            click.getSource().getUI().orElseThrow(),
            () -> workspace.accept(token),
            this::joined,
            this::refused));
    Button other = new Button("Use another account", click -> signedIn.logout());
    other.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    getContent()
        .say(
            "Join the team?",
            "You are signed in as " + me.username() + ", and will join the team as this person.",
            accept,
            other);
  }

  private void joined(Me.Membership membership) {
    Pocket.empty(this);
    getContent()
        .say(
            "Welcome to " + membership.name(),
            "You are of the team now, as " + membership.role() + ".",
            console());
  }

  private void refused(ApiException why) {
    // What is void stays void; whatever else is in the way may go, while the invitation is open.
    if (why instanceof ApiException.Problem problem && problem.code().equals(VOID)) {
      Pocket.empty(this);
    }
    getContent().say("You could not join", why.explanation(), console());
  }

  private static Anchor console() {
    Anchor go = new Anchor("inbox", "Go to the console");
    go.addClassName("go");
    return go;
  }
}
