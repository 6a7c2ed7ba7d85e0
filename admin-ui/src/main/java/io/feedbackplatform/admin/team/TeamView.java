package io.feedbackplatform.admin.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Member;
import io.feedbackplatform.admin.api.TeamClient;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Stage;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.workspace.Acting;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The team, and who is invited. Everybody sees the team; who manages it can change it. */
@Route("team")
@PageTitle("Team")
@Menu(title = "Team", order = 2, icon = Symbol.FOLDER + "team.svg")
@PermitAll
final class TeamView extends Div {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(10);

  private final TeamClient api;
  private final Workspace workspace;
  private final Acting act;
  private final MemberList members;
  private final InvitationList invitations;
  private final Button invite = new Button("Invite", Symbol.LETTER.icon());
  private final Div invited = new Div();
  private final Following team;
  private List<String> givable = List.of();
  private @Nullable TeamState shown;

  TeamView(TeamClient api, Workspace workspace, LiveUpdates live) {
    this.api = api;
    this.workspace = workspace;
    this.act = new Acting(this, live, workspace, this::readAgain);
    TeamChanges changes = new TeamChanges(act, api);
    members = new MemberList(changes::changeRole, changes::remove);
    invitations = new InvitationList(changes::resend, changes::revoke);
    invited.add(new H2("Invited"), invitations);
    addClassName("page");
    invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    invite.addClickListener(click -> changes.invite(givable));
    Div head =
        new Div(
            new Paragraph("Who works with this tenant's feedback, and what they may do."), invite);
    head.addClassName("page-head");
    invited.addClassName("panel");
    Div people = new Div(new H2("Members"), members);
    people.addClassName("panel");
    Stage<TeamState> stage =
        new Stage<>(new Div(head, people, invited), this::show, this::following);
    add(stage);
    team = live.follow(this, LOOKS_EVERY, () -> Optional.of(read()), stage::heard);
  }

  private Following following() {
    return team;
  }

  private TeamState read() {
    Caller caller = act.caller();
    String user = workspace.me().userId();
    List<Member> all = api.members(caller);
    List<String> mayGive =
        all.stream()
            .filter(member -> member.userId().equals(user))
            .findFirst()
            .map(member -> Roles.givenBy(member.role()))
            .orElse(List.of());
    return new TeamState(
        user, mayGive, all, mayGive.isEmpty() ? List.of() : api.invitations(caller));
  }

  /** Whatever it reads is shown: a role that was chosen and refused must not stay on screen. */
  private void readAgain() {
    shown = null;
    team.readNow();
  }

  private void show(TeamState now) {
    // New rows would take the focus and close what is open.
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    givable = now.givable();
    members.show(now);
    invitations.show(now);
    invite.setVisible(now.mayManage());
    invited.setVisible(!now.invitations().isEmpty());
  }
}
