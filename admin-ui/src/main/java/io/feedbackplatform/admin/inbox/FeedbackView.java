package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout.OverlayContainment;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import io.feedbackplatform.admin.api.Answer;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.FeedbackPage;
import io.feedbackplatform.admin.api.FiguresClient;
import io.feedbackplatform.admin.inbox.CursorPages.Page;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.live.Signal;
import io.feedbackplatform.admin.live.Source;
import io.feedbackplatform.admin.look.Reconnecting;
import io.feedbackplatform.admin.look.SignInAgain;
import io.feedbackplatform.admin.workspace.Acting;
import io.feedbackplatform.admin.workspace.Workspace;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feedback of a kind as it comes in, and one piece of it in full. */
abstract class FeedbackView extends MasterDetailLayout implements BeforeEnterObserver {
  static final int PAGE = 50;
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
  private static final String SELECTED = "feedback";

  private static final Logger LOG = LoggerFactory.getLogger(FeedbackView.class);

  private final ApiClient api;
  private final FiguresClient figures;
  private final Workspace workspace;
  private final LiveUpdates live;
  private final Pile pile;
  private final Acting act;
  private final Following newest;
  private final FeedbackList list;
  private final Reconnecting reconnecting = new Reconnecting();
  private final Div body = new Div();
  private Component settled = InboxNotices.loading();
  private @Nullable FeedbackDetail detail;

  FeedbackView(
      ApiClient api, FiguresClient figures, Workspace workspace, LiveUpdates live, Pile pile) {
    this.api = api;
    this.figures = figures;
    this.workspace = workspace;
    this.live = live;
    this.pile = pile;
    this.act = new Acting(this, live, workspace, () -> following().readNow());
    this.list = new FeedbackList(this::older, this::picked, this::changed);
    Div master = new Div(reconnecting, body);
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
    newest =
        live.follow(
            this,
            LOOKS_EVERY,
            Source.conditional(etag -> api.feedback(act.caller(), pile.status(), PAGE, null, etag)),
            this::heard);
  }

  private Following following() {
    return newest;
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
    settled = none ? InboxNotices.empty(pile) : list;
    show(settled);
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

  private Page<Feedback> older(String cursor) {
    FeedbackPage page =
        switch (api.feedback(act.caller(), pile.status(), PAGE, cursor, null)) {
          case Answer.Fresh<FeedbackPage>(FeedbackPage fresh, var etag) -> fresh;
          case Answer.Unchanged<FeedbackPage> unasked ->
              throw new IllegalStateException("no ETag was sent");
        };
    return new Page<>(page.items(), page.lastKey());
  }

  private void picked(Optional<Feedback> feedback) {
    detail = feedback.map(this::detail).orElse(null);
    setDetail(detail);
    address(
        feedback
            .map(item -> pile.path() + "?" + SELECTED + "=" + item.feedbackId())
            .orElse(pile.path().isEmpty() ? "." : pile.path()));
  }

  private FeedbackDetail detail(Feedback item) {
    FeedbackDetail made = new FeedbackDetail(item, () -> list.unpick());
    if (workspace.isAgent()) {
      made.offer(
          new Triage(act, api, item),
          moved -> {
            list.unpick();
            list.left(moved);
          },
          now -> {
            list.replace(now);
            changed(now);
          });
      suggestTags(made);
    }
    return made;
  }

  private void suggestTags(FeedbackDetail to) {
    getUI()
        .ifPresent(ui ->
            live.ask(
                ui,
                () -> figures.tags(act.caller()),
                to::suggest,
                why -> LOG.debug("no tags to suggest", why)));
  }

  private void changed(Feedback now) {
    if (detail != null && detail.isOf(now)) {
      detail.show(now);
    }
  }

  // The address names what is open, so that it can be sent to a colleague or reloaded.
  private void address(String relative) {
    getElement().executeJs("history.replaceState(history.state, '', $0)", relative);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    event
        .getLocation()
        .getQueryParameters()
        .getSingleParameter(SELECTED)
        .ifPresent(id ->
            live.ask(
                event.getUI(),
                () -> api.feedback(act.caller(), id),
                list::pick,
                why -> Notification.show(why.explanation())));
  }

  private void show(Component content) {
    if (body.getChildren().noneMatch(content::equals)) {
      body.removeAll();
      body.add(content);
    }
  }
}
