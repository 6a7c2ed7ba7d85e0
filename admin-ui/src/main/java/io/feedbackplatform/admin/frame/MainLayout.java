package io.feedbackplatform.admin.frame;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.feedbackplatform.admin.api.Me;
import io.feedbackplatform.admin.api.Me.Membership;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.live.Signal;
import io.feedbackplatform.admin.look.Elements;
import io.feedbackplatform.admin.look.SignInAgain;
import io.feedbackplatform.admin.workspace.ForAdministrators;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frame around every view. */
@Layout
@PermitAll
public final class MainLayout extends AppLayout implements AfterNavigationObserver {
  private static final Duration MEMBERSHIPS_CHECKED_EVERY = Duration.ofMinutes(1);

  private final Workspace workspace;
  private final TenantSwitch tenants;
  private final UserPanel user;
  private final Span title = new Span();
  private final StateBanner banner = new StateBanner();
  private final Div page = new Div();
  private final Div body = new Div(banner, page);
  private final SideNav nav = new SideNav();
  // Asked for while there is a request: away from one, nobody is known to be signed in.
  private final List<MenuEntry> all = MenuConfiguration.getMenuEntries();
  private List<MenuEntry> shown = List.of();

  MainLayout(Workspace workspace, LiveUpdates live, AuthenticationContext signedIn) {
    this.workspace = workspace;
    this.tenants = new TenantSwitch(this::choose);
    this.user = new UserPanel(signedIn::logout);
    setPrimarySection(Section.DRAWER);
    title.addClassName("view-title");
    addToNavbar(new DrawerToggle(), title);
    nav.getElement().setAttribute("aria-label", "Views");
    navigation();
    Scroller middle = new Scroller(nav);
    middle.addClassName("drawer-middle");
    addToDrawer(brand(), tenants, middle, user);
    body.addClassName("body");
    page.addClassName("body-page");
    setContent(body);
    addAttachListener(attached -> Elements.load(attached.getUI()));
    live.follow(
        this,
        MEMBERSHIPS_CHECKED_EVERY,
        () -> Optional.of(workspace.refresh()),
        (Signal<Me> signal) -> heard(signal));
  }

  private void choose(Membership tenant) {
    workspace.choose(tenant);
    user.show(workspace.me().username(), workspace.tenant());
    banner.show(workspace.tenant());
    navigation();
  }

  private void heard(Signal<Me> signal) {
    switch (signal) {
      case Signal.News<Me>(Me me) -> {
        tenants.show(me.tenants(), workspace.tenant());
        user.show(me.username(), workspace.tenant());
        banner.show(workspace.tenant());
        navigation();
      }
      case Signal.SignedOut<Me>(String explanation) ->
          getUI().ifPresent(ui -> SignInAgain.show(ui, explanation));
      // The view says so itself.
      case Signal.Trouble<Me> ignored -> {}
      case Signal.Recovered<Me> ignored -> {}
    }
  }

  private static Div brand() {
    Image mark = new Image("console/icon.svg", "");
    Div brand = new Div(mark, new Span("Feedback"));
    brand.addClassName("brand");
    return brand;
  }

  /** What the user's role has a use for in the tenant on screen. */
  private void navigation() {
    List<MenuEntry> entries =
        all.stream()
            .filter(entry -> workspace.isAdministrator() || !isForAdministrators(entry))
            .toList();
    if (!entries.equals(shown)) {
      shown = entries;
      nav.removeAll();
      entries.forEach(entry -> nav.addItem(item(entry)));
    }
  }

  private static boolean isForAdministrators(MenuEntry entry) {
    return entry.menuClass() != null
        && entry.menuClass().isAnnotationPresent(ForAdministrators.class);
  }

  private static SideNavItem item(MenuEntry entry) {
    SideNavItem item =
        entry.icon() == null
            ? new SideNavItem(entry.title(), entry.path())
            : new SideNavItem(entry.title(), entry.path(), new SvgIcon(entry.icon()));
    // All pages are below the inbox's, which has no path.
    item.setMatchNested(!entry.path().isEmpty());
    return item;
  }

  // Below the banner, in place of the view before.
  @Override
  public void showRouterLayoutContent(HasElement view) {
    page.removeAll();
    page.getElement().appendChild(view.getElement());
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement view) {
    if (view != null) {
      view.getElement().removeFromParent();
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    title.setText(
        page.getChildren().findFirst().flatMap(MenuConfiguration::getPageHeader).orElse(""));
  }
}
