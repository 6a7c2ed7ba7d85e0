package io.feedbackplatform.admin.team;

import io.feedbackplatform.admin.api.Invitation;
import io.feedbackplatform.admin.api.Member;
import io.feedbackplatform.admin.api.TeamClient;
import io.feedbackplatform.admin.look.Question;
import io.feedbackplatform.admin.look.Toast;
import io.feedbackplatform.admin.workspace.Acting;
import java.util.List;

/** What somebody can do to a team: asks first where it matters, and says what became of it. */
final class TeamChanges {
  private final Acting act;
  private final TeamClient api;

  TeamChanges(Acting act, TeamClient api) {
    this.act = act;
    this.api = api;
  }

  void invite(List<String> givable) {
    InviteDialog[] dialog = new InviteDialog[1];
    dialog[0] =
        new InviteDialog(
            givable,
            (email, role) ->
                act.ask(
                    caller -> api.invite(caller, email, role),
                    invitation -> {
                      dialog[0].close();
                      told(invitation);
                    },
                    dialog[0]::refused));
    dialog[0].open();
  }

  void resend(Invitation invitation) {
    act.ask(caller -> api.resend(caller, invitation.invitationId()), this::told, act::refused);
  }

  private void told(Invitation invitation) {
    if (invitation.mailedAt() == null) {
      new UnsentDialog(invitation).open();
    } else {
      Toast.say("The invitation is on its way to " + invitation.email() + ".");
    }
  }

  void revoke(Invitation invitation) {
    new Question(
            "Revoke this invitation?",
            "The link that " + invitation.email() + " got will not work any more.",
            "Revoke",
            () ->
                act.ask(
                    caller -> Acting.done(() -> api.revoke(caller, invitation.invitationId())),
                    done -> Toast.say("The invitation is revoked."),
                    act::refused))
        .open();
  }

  void changeRole(Member member, String role) {
    act.ask(
        caller -> api.changeRole(caller, member.userId(), role),
        changed ->
            Toast.say(MemberList.name(changed) + " is now " + Roles.word(changed.role()) + "."),
        act::refused);
  }

  void remove(Member member) {
    boolean leaving = act.isUser(member.userId());
    new Question(
            leaving ? "Leave this team?" : "Remove " + MemberList.name(member) + "?",
            leaving
                ? "You will not see this tenant any more, from this moment on."
                : "They will not see this tenant any more, from this moment on.",
            leaving ? "Leave" : "Remove",
            () ->
                act.ask(
                    caller -> Acting.done(() -> api.remove(caller, member.userId())),
                    done -> removed(member, leaving),
                    act::refused))
        .open();
  }

  private void removed(Member member, boolean leaving) {
    if (leaving) {
      act.startAgain();
    } else {
      Toast.say(MemberList.name(member) + " is no longer of the team.");
    }
  }
}
