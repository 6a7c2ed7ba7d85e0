package io.feedbackplatform.admin.sites;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.api.SiteKey;
import io.feedbackplatform.admin.api.SitesClient;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Stage;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.settings.ConsoleSettings;
import io.feedbackplatform.admin.workspace.Acting;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One site: where it is, the tag for its pages, and its keys. */
@Route("sites/:" + SiteView.ID)
@PageTitle("Site")
@PermitAll
final class SiteView extends Div implements BeforeEnterObserver {
  static final String ID = "siteId";
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(15);

  private final SitesClient api;
  private final Workspace workspace;
  private final Acting act;
  private final H2 name = new H2();
  private final Paragraph noAddress =
      new Paragraph("No origin is allowed yet: the widget works nowhere until one is listed.");
  private final SiteFacts facts = new SiteFacts();
  private final Tag tag;
  private final SiteKeyList keys;
  private final Button edit = new Button("Edit", Symbol.EDIT.icon());
  private final Button more = new Button("New key", Symbol.PLUS.icon());
  private final Following site;
  private @Nullable SiteState shown;
  private String siteId = "";

  SiteView(SitesClient api, Workspace workspace, LiveUpdates live, ConsoleSettings settings) {
    this.api = api;
    this.workspace = workspace;
    this.tag = new Tag(settings.widgetUrl(), settings.widgetApiUrl());
    this.act = new Acting(this, live, workspace, () -> following().readNow());
    SiteChanges changes = new SiteChanges(act, api);
    keys = new SiteKeyList(key -> changes.rotate(siteId, key), key -> changes.end(siteId, key));
    addClassName("page");
    edit.addClickListener(click -> facts.site().ifPresent(changes::edit));
    more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    more.addClickListener(click -> changes.addKey(siteId));
    RouterLink back = new RouterLink("Sites", SitesView.class);
    back.addClassName("back");
    Div title = new Div(back, name);
    title.addClassName("site-title");
    Div head = new Div(title, edit);
    head.addClassName("page-head");
    noAddress.addClassName("warning");
    Div content =
        new Div(head, noAddress, panel("Settings", facts), tag, panel("Keys", keys, more));
    Stage<SiteState> stage = new Stage<>(content, this::show, this::following);
    add(stage);
    site = live.follow(this, LOOKS_EVERY, () -> Optional.of(read()), stage::heard);
  }

  /** What leads to the page of a site. */
  static RouteParameters of(Site site) {
    return new RouteParameters(ID, site.siteId());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    siteId = event.getRouteParameters().get(ID).orElse("");
  }

  private Following following() {
    return site;
  }

  private SiteState read() {
    Caller caller = act.caller();
    return new SiteState(
        workspace.isAdministrator(), api.get(caller, siteId), api.keys(caller, siteId));
  }

  private void show(SiteState now) {
    // New rows would take the focus.
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    name.setText(now.site().name());
    noAddress.setVisible(now.site().origins().isEmpty());
    facts.show(now.site());
    tag.show(now.keys().stream().filter(key -> !key.isReplaced()).map(SiteKey::siteKey).toList());
    keys.show(now);
    edit.setVisible(now.mayManage());
    more.setVisible(now.mayManage());
  }

  private static Div panel(String title, Div content) {
    Div panel = new Div(new H2(title), content);
    panel.addClassName("panel");
    return panel;
  }

  private static Div panel(String title, SiteKeyList content, Button end) {
    Div header = new Div(new H2(title), end);
    header.addClassName("panel-header");
    Div panel = new Div(header, content);
    panel.addClassName("panel");
    return panel;
  }
}
