package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Figures;
import io.feedbackplatform.admin.api.Granularity;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.live.Signal;
import io.feedbackplatform.admin.live.Source;
import io.feedbackplatform.admin.look.Notice;
import io.feedbackplatform.admin.look.Reconnecting;
import io.feedbackplatform.admin.look.SignInAgain;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.ZoneId;

/** The tenant's feedback in figures, current to a few seconds. */
@Route("dashboard")
@PageTitle("Dashboard")
@Menu(title = "Dashboard", order = 1, icon = Symbol.FOLDER + "figures.svg")
@PermitAll
final class DashboardView extends Div {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);

  private final ApiClient api;
  private final Workspace workspace;
  private final LiveUpdates live;
  private final Totals totals = new Totals();
  private final SentimentBar sentiment = new SentimentBar();
  private final RatingBars ratings = new RatingBars();
  private final Trend trend = new Trend(this::follow);
  private final Reconnecting reconnecting = new Reconnecting();
  private final Div cards = new Div(totals, trend, sentiment, ratings);
  private Component settled = cards;
  private Following figures;

  DashboardView(ApiClient api, Workspace workspace, LiveUpdates live) {
    this.api = api;
    this.workspace = workspace;
    this.live = live;
    addClassName("dashboard");
    cards.addClassNames("cards", "cards-loading");
    add(reconnecting, cards);
    figures = following(trend.granularity());
  }

  private void follow(Granularity granularity) {
    figures.stop();
    figures = following(granularity);
  }

  private Following following(Granularity granularity) {
    return live.follow(
        this,
        LOOKS_EVERY,
        Source.conditional(etag -> api.figures(workspace.caller(), granularity, etag)),
        this::heard);
  }

  private void heard(Signal<Figures> signal) {
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
    cards.removeClassName("cards-loading");
    totals.show(now);
    sentiment.show(now.sentiment());
    ratings.show(now.ratings());
    trend.show(now.series(), ZoneId.of(now.timeZone()));
    settle(cards);
  }

  private void trouble(ApiException why) {
    if (cards.hasClassName("cards-loading") || why.isRefusal()) {
      Button again = new Button("Try again", click -> figures.readNow());
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
