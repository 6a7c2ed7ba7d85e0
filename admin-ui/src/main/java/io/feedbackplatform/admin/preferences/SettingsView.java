package io.feedbackplatform.admin.preferences;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.feedbackplatform.admin.api.SettingsClient;
import io.feedbackplatform.admin.api.TenantSettings;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Stage;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.look.Toast;
import io.feedbackplatform.admin.workspace.Acting;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Optional;

/** The tenant's settings. Everybody sees them; who manages the tenant can change them. */
@Route("settings")
@PageTitle("Settings")
@Menu(title = "Settings", order = 7, icon = Symbol.FOLDER + "settings.svg")
@PermitAll
final class SettingsView extends Div {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(15);

  private final SettingsClient api;
  private final Workspace workspace;
  private final Acting act;
  private final SettingsForm form = new SettingsForm(this::change);
  private final Following settings;

  SettingsView(SettingsClient api, Workspace workspace, LiveUpdates live) {
    this.api = api;
    this.workspace = workspace;
    this.act = new Acting(this, live, workspace, () -> following().readNow());
    addClassName("page");
    Div head = new Div(new Paragraph("What holds for all of your team's feedback."));
    head.addClassName("page-head");
    Stage<SettingsState> stage = new Stage<>(new Div(head, form), form::show, this::following);
    add(stage);
    settings = live.follow(this, LOOKS_EVERY, () -> Optional.of(read()), stage::heard);
  }

  private Following following() {
    return settings;
  }

  private SettingsState read() {
    TenantSettings now = api.get(act.caller());
    return new SettingsState(now, workspace.isAdministrator());
  }

  private void change(TenantSettings wish) {
    act.ask(
        caller -> api.change(caller, wish),
        changed -> {
          form.show(new SettingsState(changed, workspace.isAdministrator()));
          Toast.say("Saved. It is heeded everywhere within a minute.");
        },
        form::refused);
  }
}
