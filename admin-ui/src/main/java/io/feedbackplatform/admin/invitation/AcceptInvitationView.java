package io.feedbackplatform.admin.invitation;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where the link of an invitation leads: for everybody, since it is what asks them to sign in. */
@Route(value = "invitations/accept", autoLayout = false)
@PageTitle("Invitation")
@AnonymousAllowed
final class AcceptInvitationView extends Composite<Letter> {

  @Override
  protected Letter initContent() {
    return new Letter();
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    getContent().say("You are invited", "One moment…");
    Pocket.fill(this, this::show);
  }

  void show(boolean hasToken) {
    if (hasToken) {
      // A page of its own, not a view: whoever is not signed in is sent to do so, and comes back.
      Anchor go = new Anchor("invitations/confirm", "Sign in and accept");
      go.setRouterIgnore(true);
      go.addClassName("go");
      getContent()
          .say(
              "You are invited",
              "Somebody asks you to join their team. Sign in as the person that you want to join as,"
                  + " and accept.",
              go);
    } else {
      getContent()
          .say(
              "This link is not complete",
              "Open the whole link from your invitation, or ask for a new one where you got it"
                  + " from.");
    }
  }
}
