package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Figures;
import io.feedbackplatform.admin.api.Themes;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.live.Signal;
import io.feedbackplatform.admin.look.Notice;
import io.feedbackplatform.admin.look.Reconnecting;
import io.feedbackplatform.admin.look.SignInAgain;
import io.feedbackplatform.admin.look.Symbol;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The tenant's feedback in figures, current to a few seconds. */
@Route("dashboard")
@PageTitle("Dashboard")
@Menu(title = "Dashboard", order = 1, icon = Symbol.FOLDER + "figures.svg")
@PermitAll
final class DashboardView extends Div implements BeforeEnterObserver {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
  private static final Duration GROUPS_EVERY = Duration.ofSeconds(30);
  private static final Duration THEMES_EVERY = Duration.ofMinutes(1);

  private final FigureSources sources;
  private final LiveUpdates live;
  private final PeriodPicker picker = new PeriodPicker(this::want);
  private final Reconnecting reconnecting = new Reconnecting();
  private final Cards cards = new Cards(this::sort);
  private Component settled = cards;
  private Choice choice = Choice.FIRST;
  private Themes.Order order = Themes.Order.FREQUENT;
  private Reading reading;
  private List<Following> followings;

  DashboardView(FigureSources sources, LiveUpdates live) {
    this.sources = sources;
    this.live = live;
    addClassName("dashboard");
    add(picker, reconnecting, cards);
    picker.show(choice);
    reading = sources.begin(choice);
    followings = follow();
    addAttachListener(attached ->
        live.ask(
            attached.getUI(),
            sources::sites,
            picker::offer,
            // The figures say themselves what is wrong.
            why -> {}));
  }

  private void want(Choice wanted) {
    getUI().ifPresent(ui -> ui.navigate(DashboardView.class, wanted.parameters()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Choice wanted = Choice.of(event.getLocation().getQueryParameters());
    if (!wanted.equals(choice)) {
      choice = wanted;
      picker.show(choice);
      cards.begin();
      reconnecting.done();
      settle(cards);
      followings.forEach(Following::stop);
      reading = sources.begin(choice);
      reading.sort(order);
      followings = follow();
    }
  }

  private List<Following> follow() {
    Reading of = reading;
    return List.of(
        live.follow(this, LOOKS_EVERY, of.figures(), signal -> heard(of, signal)),
        live.follow(this, GROUPS_EVERY, of.topics(), signal -> topics(of, signal)),
        live.follow(this, THEMES_EVERY, of.themes(), signal -> themes(of, signal)));
  }

  private void sort(Themes.Order by) {
    order = by;
    reading.sort(by);
    followings.getLast().readNow();
  }

  private void heard(Reading of, Signal<Figures> signal) {
    if (of != reading) {
      return; // It was on its way when another period was chosen.
    }
    switch (signal) {
      case Signal.News<Figures>(Figures now) -> show(now);
      case Signal.Recovered<Figures> recovered -> {
        reconnecting.done();
        settle(cards);
      }
      case Signal.Trouble<Figures>(ApiException why, Duration nextTry) -> trouble(why);
      case Signal.SignedOut<Figures>(String explanation) ->
          getUI().ifPresent(ui -> SignInAgain.show(ui, explanation));
    }
  }

  private void show(Figures now) {
    boolean first = cards.isLoading();
    ZoneId zone = ZoneId.of(now.timeZone());
    picker.tell(now, zone);
    cards.show(now, choice.period(), zone);
    settle(cards);
    if (first) {
      // Now it is known of which days.
      followings.forEach(Following::readNow);
    }
  }

  private void topics(Reading of, Signal<Topics> signal) {
    // What goes wrong here goes wrong with the figures, too, which say so.
    if (of == reading && signal instanceof Signal.News<Topics>(Topics now)) {
      cards.show(now, choice.siteId() != null);
    }
  }

  private void themes(Reading of, Signal<Themes> signal) {
    if (of == reading && signal instanceof Signal.News<Themes>(Themes now)) {
      cards.show(now);
    }
  }

  private void trouble(ApiException why) {
    if (cards.isLoading() || why.isRefusal()) {
      Button again = new Button("Try again", click -> followings.forEach(Following::readNow));
      again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      settle(
          new Notice(
                  Symbol.BROKEN, "Your figures cannot be shown right now", why.explanation(), again)
              .asAlert());
    } else {
      reconnecting.show(why);
    }
  }

  private void settle(Component content) {
    replace(settled, content);
    settled = content;
  }
}
