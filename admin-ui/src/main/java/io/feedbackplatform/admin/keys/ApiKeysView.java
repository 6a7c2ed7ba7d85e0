package io.feedbackplatform.admin.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.feedbackplatform.admin.api.ApiKey;
import io.feedbackplatform.admin.api.ApiKeysClient;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Notice;
import io.feedbackplatform.admin.look.OverlapDialog;
import io.feedbackplatform.admin.look.Question;
import io.feedbackplatform.admin.look.Secret;
import io.feedbackplatform.admin.look.Stage;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.look.Toast;
import io.feedbackplatform.admin.workspace.Acting;
import io.feedbackplatform.admin.workspace.ForAdministrators;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys by which partners call the API. */
@Route("api-keys")
@PageTitle("API keys")
@Menu(title = "API keys", order = 4, icon = Symbol.FOLDER + "key.svg")
@PermitAll
@ForAdministrators
final class ApiKeysView extends Div {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(15);
  private static final String ONCE =
      "This is the only time that the secret is shown: nobody can look it up again. Keep it where"
          + " secrets are kept, and give it to nobody but the partner.";

  private final ApiKeysClient api;
  private final Acting act;
  private final KeyList list = new KeyList(this::rotate, this::revoke);
  private final Notice none =
      new Notice(
          Symbol.KEY,
          "No API keys yet",
          "Partners and your own programs read and submit feedback over the API with a key.");
  private final Following keys;
  private @Nullable Shown shown;

  ApiKeysView(ApiKeysClient api, Workspace workspace, LiveUpdates live) {
    this.api = api;
    this.act = new Acting(this, live, workspace, () -> following().readNow());
    addClassName("page");
    Button create = new Button("New key", Symbol.KEY.icon(), click -> create());
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div head = new Div(new Paragraph("Secret keys with which partners call the API."), create);
    head.addClassName("page-head");
    Div panel = new Div(list, none);
    panel.addClassName("panel");
    Stage<List<ApiKey>> stage = new Stage<>(new Div(head, panel), this::show, this::following);
    add(stage);
    keys = live.follow(this, LOOKS_EVERY, () -> Optional.of(api.list(act.caller())), stage::heard);
  }

  private Following following() {
    return keys;
  }

  /** Keys, and which of them work at the moment: time alone changes that. */
  private record Shown(List<ApiKey> keys, List<Boolean> working) {}

  private void show(List<ApiKey> all) {
    Instant time = Instant.now();
    Shown now = new Shown(all, all.stream().map(key -> key.worksAt(time)).toList());
    // New rows would take the focus.
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    list.show(all, time);
    list.setVisible(!all.isEmpty());
    none.setVisible(all.isEmpty());
  }

  private void create() {
    CreateKeyDialog[] dialog = new CreateKeyDialog[1];
    dialog[0] =
        new CreateKeyDialog((name, scopes, expiresAt) ->
            act.ask(
                caller -> api.create(caller, name, scopes, expiresAt),
                key -> {
                  dialog[0].close();
                  reveal(key);
                },
                dialog[0]::refused));
    dialog[0].open();
  }

  private void rotate(ApiKey key) {
    new OverlapDialog(
            "New secret for " + key.name() + "?",
            "The partner gets a new secret. Until the present one ends, both work, so that nothing"
                + " of theirs stops meanwhile.",
            "The present secret works for",
            "Make new secret",
            hours ->
                act.ask(
                    caller -> api.rotate(caller, key.keyId(), hours), this::reveal, act::refused))
        .open();
  }

  private void revoke(ApiKey key) {
    new Question(
            "Revoke " + key.name() + "?",
            "Whoever uses this key is refused within seconds. It cannot be brought back.",
            "Revoke",
            () ->
                act.ask(
                    caller -> Acting.done(() -> api.revoke(caller, key.keyId())),
                    done -> Toast.say(key.name() + " is revoked."),
                    act::refused))
        .open();
  }

  private void reveal(ApiKey key) {
    new Secret("Secret of " + key.name(), ONCE, "Copy key", String.valueOf(key.apiKey())).open();
  }
}
