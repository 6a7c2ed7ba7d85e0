package io.feedbackplatform.admin.sites;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.api.SitesClient;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Notice;
import io.feedbackplatform.admin.look.Stage;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.workspace.Acting;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tenant's sites. Everybody sees them; who manages the tenant can add some. */
@Route("sites")
@PageTitle("Sites")
@Menu(title = "Sites", order = 3, icon = Symbol.FOLDER + "site.svg")
@PermitAll
final class SitesView extends Div {
  private static final Logger LOG = LoggerFactory.getLogger(SitesView.class);
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(15);

  private final SitesClient api;
  private final Workspace workspace;
  private final Acting act;
  private final SiteList list = new SiteList();
  private final Button more = new Button("New site", Symbol.PLUS.icon());
  private final Notice none =
      new Notice(
          Symbol.SITE,
          "No sites yet",
          "A site is where your visitors are: a shop, a blog, an app. Each has keys, a look and a"
              + " list of addresses of its own.");
  private final Following sites;
  private @Nullable SitesState shown;

  SitesView(SitesClient api, Workspace workspace, LiveUpdates live) {
    this.api = api;
    this.workspace = workspace;
    this.act = new Acting(this, live, workspace, () -> following().readNow());
    addClassName("page");
    more.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    more.addClickListener(click -> create());
    Div head = new Div(new Paragraph("Where your visitors can leave feedback."), more);
    head.addClassName("page-head");
    Div panel = new Div(list, none);
    panel.addClassName("panel");
    Stage<SitesState> stage = new Stage<>(new Div(head, panel), this::show, this::following);
    add(stage);
    sites = live.follow(this, LOOKS_EVERY, () -> Optional.of(read()), stage::heard);
  }

  private Following following() {
    return sites;
  }

  private SitesState read() {
    Caller caller = act.caller();
    return new SitesState(workspace.isAdministrator(), api.list(caller));
  }

  private void show(SitesState now) {
    // New rows would take the focus.
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    list.show(now.sites());
    list.setVisible(!now.sites().isEmpty());
    none.setVisible(now.sites().isEmpty());
    more.setVisible(now.mayManage());
  }

  private void create() {
    SiteDialog[] dialog = new SiteDialog[1];
    dialog[0] =
        SiteDialog.forNew(wish ->
            act.ask(
                caller -> withKey(caller, api.create(caller, wish)),
                site -> {
                  dialog[0].close();
                  getUI().ifPresent(ui -> ui.navigate(SiteView.class, SiteView.of(site)));
                },
                dialog[0]::refused));
    dialog[0].open();
  }

  // Without a key a site is of no use; its page has a button for one, if this one does not come.
  private Site withKey(Caller caller, Site site) {
    try {
      var unused = api.createKey(caller, site.siteId());
    } catch (ApiException later) {
      LOG.warn("A new site has no key yet", later);
    }
    return site;
  }
}
