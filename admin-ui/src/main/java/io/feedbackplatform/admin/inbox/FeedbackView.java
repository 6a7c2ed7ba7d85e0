package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout.OverlayContainment;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.FeedbackFilter;
import io.feedbackplatform.admin.api.FeedbackPage;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.live.Signal;
import io.feedbackplatform.admin.look.Reconnecting;
import io.feedbackplatform.admin.look.SignInAgain;
import io.feedbackplatform.admin.workspace.Acting;
import io.feedbackplatform.admin.workspace.Workspace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Feedback of a kind as it comes in, and one piece of it in full. */
abstract class FeedbackView extends MasterDetailLayout implements BeforeEnterObserver {
  static final int PAGE = 50;
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
  private static final Duration SEARCHES_EVERY = Duration.ofSeconds(10);
  private static final String SELECTED = "feedback";

  private final ApiClient api;
  private final LiveUpdates live;
  private final Pile pile;
  private final Acting act;
  private final OpenFeedback opened;
  private final FilterPanel filters;
  private final Reconnecting reconnecting = new Reconnecting();
  private final Div body = new Div();
  private FeedbackFilter filter = FeedbackFilter.NONE;
  private FeedbackList list;
  private Following newest;
  private Component settled = InboxNotices.loading();

  FeedbackView(
      ApiClient api, Vocabulary vocabulary, Workspace workspace, LiveUpdates live, Pile pile) {
    this.api = api;
    this.live = live;
    this.pile = pile;
    this.act = new Acting(this, live, workspace, () -> following().readNow());
    this.opened = new OpenFeedback(api, vocabulary, workspace, live, act);
    this.filters = new FilterPanel(live, vocabulary, act::caller, pile, this::want);
    Div master = new Div(filters, reconnecting, body);
    master.addClassName("inbox");
    body.addClassName("inbox-body");
    addClassName("inbox-view");
    setSizeFull();
    setMaster(master);
    setMasterSize("26rem", true);
    setDetailSize("27rem");
    setOverlayContainment(OverlayContainment.PAGE);
    addBackdropClickListener(click -> list.unpick());
    addDetailEscapePressListener(escape -> list.unpick());
    show(settled);
    begin();
  }

  private Following following() {
    return newest;
  }

  private void begin() {
    FeedbackReader reader = new FeedbackReader(api, act::caller, pile.of(filter));
    FeedbackList into = new FeedbackList(live, reader::older, this::picked, opened::changed);
    list = into;
    newest =
        live.follow(
            this,
            filter.isEmpty() ? LOOKS_EVERY : SEARCHES_EVERY,
            reader.newest(),
            signal -> {
              // What was on its way when the filter changed is of another list.
              if (into == list) {
                heard(signal);
              }
            });
  }

  private void want(FeedbackFilter wanted) {
    getUI().ifPresent(ui -> ui.navigate(pile.path(), QueryParameters.simple(wanted.parameters())));
  }

  /** Begins another list. */
  private void become(FeedbackFilter wanted) {
    newest.stop();
    setDetail(null);
    opened.close();
    filter = wanted;
    reconnecting.done();
    settled = InboxNotices.loading();
    show(settled);
    begin();
    filters.show(filter);
  }

  private void heard(Signal<FeedbackPage> signal) {
    switch (signal) {
      case Signal.News<FeedbackPage>(FeedbackPage page) -> arrived(page);
      case Signal.Recovered<FeedbackPage> recovered -> recovered();
      case Signal.Trouble<FeedbackPage>(ApiException why, Duration nextTry) -> trouble(why);
      case Signal.SignedOut<FeedbackPage>(String explanation) ->
          getUI().ifPresent(ui -> SignInAgain.show(ui, explanation));
    }
  }

  // Where much was read and little shown, a page is empty although there is more behind it.
  private void arrived(FeedbackPage page) {
    list.arrive(page);
    boolean none = page.items().isEmpty() && page.lastKey() == null;
    settled = none ? none() : list;
    show(settled);
  }

  private Component none() {
    return filter.isEmpty()
        ? InboxNotices.empty(pile)
        : InboxNotices.noMatch(() -> want(FeedbackFilter.NONE));
  }

  private void trouble(ApiException why) {
    if (list.isAttached() && !why.isRefusal()) {
      reconnecting.show(why);
    } else {
      list.unpick();
      show(InboxNotices.failed(why, this::readNow));
    }
  }

  private void recovered() {
    reconnecting.done();
    list.retry();
    show(settled);
  }

  private void readNow() {
    show(InboxNotices.loading());
    newest.readNow();
  }

  private void picked(Optional<Feedback> feedback) {
    opened.close();
    setDetail(
        feedback.flatMap(item -> getUI().map(ui -> opened.open(item, list, ui))).orElse(null));
    address(feedback.map(item -> SELECTED + "=" + item.feedbackId()).orElse(""));
  }

  // The address names what is open, so that it can be sent to a colleague or reloaded.
  private void address(String open) {
    String query =
        Stream.of(open, filter.query())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    String page = pile.path().isEmpty() ? "." : pile.path();
    getElement()
        .executeJs(
            "history.replaceState(history.state, '', $0)",
            query.isEmpty() ? page : (pile.path().isEmpty() ? "" : page) + "?" + query);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters asked = event.getLocation().getQueryParameters();
    Map<String, String> single = new HashMap<>();
    asked.getParameters().forEach((name, values) -> single.put(name, values.getFirst()));
    FeedbackFilter wanted = new FeedbackFilter(single);
    if (!wanted.equals(filter)) {
      become(wanted);
    }
    asked
        .getSingleParameter(SELECTED)
        .ifPresent(id ->
            live.ask(
                event.getUI(),
                () -> api.feedback(act.caller(), id),
                item -> list.pick(item),
                why -> Notification.show(why.explanation())));
  }

  private void show(Component content) {
    if (body.getChildren().noneMatch(content::equals)) {
      body.removeAll();
      body.add(content);
    }
  }
}
