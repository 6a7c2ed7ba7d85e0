package io.feedbackplatform.admin.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.feedbackplatform.admin.api.AuditClient;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Member;
import io.feedbackplatform.admin.api.TeamClient;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Stage;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.workspace.Acting;
import io.feedbackplatform.admin.workspace.ForAdministrators;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who changed what, newest first, and all of it as a file. */
@Route("audit")
@PageTitle("Audit")
@Menu(title = "Audit", order = 5, icon = Symbol.FOLDER + "log.svg")
@PermitAll
@ForAdministrators
final class AuditView extends Div {
  private static final int PAGE = 25;

  /** Rarely: a page that jumps cannot be read. */
  private static final Duration LOOKS_EVERY = Duration.ofMinutes(5);

  private final AuditClient api;
  private final TeamClient team;
  private final Workspace workspace;
  private final Acting act;
  private final AuditList list = new AuditList();
  private final Button older = new Button("Older entries");
  private final Following newest;
  private @Nullable AuditState shown;
  private @Nullable String next;

  AuditView(AuditClient api, TeamClient team, Workspace workspace, LiveUpdates live) {
    this.api = api;
    this.team = team;
    this.workspace = workspace;
    this.act = new Acting(this, live, workspace, () -> {});
    addClassName("page");
    older.setDisableOnClick(true);
    older.addClickListener(click -> older());
    older.addClassName("older");
    Anchor export = new Anchor(download(), "Download all");
    export.addClassName("download");
    Div head =
        new Div(
            new Paragraph("Every change to this tenant's team, keys and settings, newest first."),
            export);
    head.addClassName("page-head");
    Div panel = new Div(list, older);
    panel.addClassName("panel");
    Stage<AuditState> stage = new Stage<>(new Div(head, panel), this::show, this::following);
    add(stage);
    newest =
        live.follow(this, LOOKS_EVERY, () -> Optional.of(read(act.caller(), null)), stage::heard);
  }

  private Following following() {
    return newest;
  }

  private AuditState read(Caller caller, @Nullable String from) {
    return new AuditState(api.list(caller, PAGE, from), new Sentence(names(caller)));
  }

  /** Who is still of the team has a name; the others have the beginning of their id. */
  private Map<String, String> names(Caller caller) {
    var names = new HashMap<String, String>();
    for (Member member : team.members(caller)) {
      if (member.invitedAs() != null) {
        names.put(member.userId(), member.invitedAs());
      }
    }
    names.put(workspace.me().userId(), "You");
    return names;
  }

  private void show(AuditState state) {
    // Older entries that were read stay on screen as long as nothing newer came.
    if (state.equals(shown)) {
      return;
    }
    shown = state;
    list.clear();
    append(state);
  }

  private void append(AuditState state) {
    list.append(state.page().items(), state.sentence());
    next = state.page().lastKey();
    older.setVisible(next != null);
    older.setEnabled(true);
  }

  private void older() {
    String from = next;
    act.ask(
        caller -> read(caller, from),
        state -> follows(state, from),
        why -> {
          older.setEnabled(true);
          act.refused(why);
        });
  }

  /** An answer to where the list ended before it began anew would leave a gap. */
  private void follows(AuditState state, @Nullable String from) {
    if (Objects.equals(from, next)) {
      append(state);
    }
  }

  private DownloadHandler download() {
    return DownloadHandler.fromInputStream(event -> {
      byte[] lines = api.export(act.caller());
      return new DownloadResponse(
          new ByteArrayInputStream(lines), "audit.ndjson", "application/x-ndjson", lines.length);
    });
  }
}
