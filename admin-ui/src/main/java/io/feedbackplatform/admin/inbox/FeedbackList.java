package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.FeedbackPage;
import io.feedbackplatform.admin.inbox.CursorPages.Arrival;
import io.feedbackplatform.admin.inbox.CursorPages.Page;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Symbol;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The inbox as a list that grows at its top while it is read. Who reads the newest rows sees new
 * ones appear; who has scrolled down is told that there are some, and nothing moves.
 */
final class FeedbackList extends Div {
  private static final int MAX_FRONT = 10 * FeedbackView.PAGE;
  private static final int MAX_STRETCHES = 10;
  private static final int MOST_LOOKED = 20;
  private static final String END = "There is nothing here.";

  private final CursorPages<Feedback> pages;
  private final FeedbackProvider provider;
  private final FeedbackGrid grid = new FeedbackGrid();
  private final Button held = new Button();
  private final Button broken = new Button("Older feedback could not be loaded. Try again");
  private final Button further = new Button();
  private final LiveUpdates live;
  private final Consumer<Feedback> changes;
  private @Nullable FeedbackPage waiting;
  private @Nullable String fruitless;

  /**
   * An empty list.
   *
   * @param older reads on from a cursor, on any thread
   * @param selected told the item that is picked now; nothing when none is
   * @param changes told what became of items that were there before
   */
  FeedbackList(
      LiveUpdates live,
      CursorPages.Reader<Feedback> older,
      Consumer<Optional<Feedback>> selected,
      Consumer<Feedback> changes) {
    this.live = live;
    this.changes = changes;
    pages = new CursorPages<>(Feedback::feedbackId, older, MAX_FRONT, MAX_STRETCHES);
    provider = new FeedbackProvider(pages, this::unfinished, this::olderFailed);
    addClassName("inbox-list");
    setSizeFull();
    grid.setItems(provider).setItemCountUnknown();
    grid.asSingleSelect()
        .addValueChangeListener(change -> selected.accept(Optional.ofNullable(change.getValue())));
    held.addClassName("held");
    held.setIcon(Symbol.UP.icon());
    held.setVisible(false);
    held.addClickListener(click -> showWaiting());
    broken.addClassName("broken");
    broken.setVisible(false);
    broken.addClickListener(click -> retry());
    further.addClassName("further");
    further.setVisible(false);
    further.addClickListener(click -> lookFurther());
    add(grid, held, further, broken);
  }

  /** Takes in the newest page as it is now. */
  void arrive(FeedbackPage newest) {
    int unseen = pages.countNew(page(newest));
    if (grid.isAtTop() || unseen == 0) {
      show(newest);
    } else {
      waiting = newest;
      held.setText(unseen == 1 ? "1 new" : unseen + " new");
      held.setVisible(true);
    }
  }

  private void show(FeedbackPage newest) {
    waiting = null;
    held.setVisible(false);
    switch (pages.arrive(page(newest))) {
      case Arrival.Merged<Feedback>(var arrived, var changed) -> {
        changed.forEach(changes);
        if (!arrived.isEmpty()) {
          grid.mark(arrived.stream().map(Feedback::feedbackId).collect(Collectors.toSet()));
          provider.refreshAll();
        } else {
          changed.forEach(provider::refreshItem);
        }
      }
      case Arrival.Restarted<Feedback> restarted -> {
        grid.markNothing();
        ended();
        provider.refreshAll();
      }
    }
  }

  private void showWaiting() {
    if (waiting != null) {
      show(waiting);
    }
    grid.scrollToStart();
  }

  // A filter may leave nothing of a long stretch; that takes more reading than a grid waits for.
  private void unfinished() {
    if (further.isVisible()) {
      return;
    }
    grid.setEmptyStateText("Nothing found so far.");
    further.setVisible(true);
    if (Objects.equals(pages.next(), fruitless)) {
      offerMore();
    } else {
      lookFurther();
    }
  }

  private void lookFurther() {
    String from = pages.next();
    if (from == null) {
      ended();
      return;
    }
    further.setEnabled(false);
    further.setText("Looking through older feedback…");
    getUI()
        .ifPresent(ui ->
            live.ask(
                ui,
                () -> pages.look(from, MOST_LOOKED),
                this::found,
                why -> {
                  ended();
                  olderFailed(why);
                }));
  }

  private void found(CursorPages.Found<Feedback> found) {
    if (pages.append(found) && found.isNothing() && pages.next() != null) {
      fruitless = pages.next();
      offerMore();
      return;
    }
    ended();
    grid.getLazyDataView().setItemCountEstimate(pages.size() + FeedbackView.PAGE);
    provider.refreshAll();
  }

  private void offerMore() {
    further.setText("Nothing more so far. Look further");
    further.setEnabled(true);
  }

  private void ended() {
    further.setVisible(false);
    grid.setEmptyStateText(END);
  }

  private void olderFailed(ApiException why) {
    broken.setTooltipText(why.explanation());
    broken.setVisible(true);
  }

  /** Reads again what could not be read. */
  void retry() {
    broken.setVisible(false);
    provider.refreshAll();
  }

  /** Shows an item as the picked one, whether or not its row is on screen. */
  void pick(Feedback item) {
    grid.select(item);
  }

  /** Shows an item as it is now. */
  void replace(Feedback changed) {
    pages.replace(changed);
    provider.refreshItem(changed);
  }

  /** Marks an item as one that is elsewhere now, until the list is read again. */
  void left(Feedback moved) {
    grid.fade(moved.feedbackId());
    provider.refreshItem(moved);
  }

  /** Picks nothing. */
  void unpick() {
    grid.deselectAll();
  }

  private static Page<Feedback> page(FeedbackPage page) {
    return new Page<>(page.items(), page.lastKey());
  }
}
