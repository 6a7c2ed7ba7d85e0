package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.FeedbackPage;
import io.feedbackplatform.admin.inbox.CursorPages.Arrival;
import io.feedbackplatform.admin.inbox.CursorPages.Page;
import io.feedbackplatform.admin.look.Symbol;
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

  private final CursorPages<Feedback> pages;
  private final FeedbackProvider provider;
  private final FeedbackGrid grid = new FeedbackGrid();
  private final Button held = new Button();
  private final Button broken = new Button("Older feedback could not be loaded. Try again");
  private final Consumer<Feedback> changes;
  private @Nullable FeedbackPage waiting;

  /**
   * An empty list.
   *
   * @param older reads on from a cursor
   * @param selected told the item that is picked now; nothing when none is
   * @param changes told what became of items that were there before
   */
  FeedbackList(
      CursorPages.Reader<Feedback> older,
      Consumer<Optional<Feedback>> selected,
      Consumer<Feedback> changes) {
    this.changes = changes;
    pages = new CursorPages<>(Feedback::feedbackId, older, MAX_FRONT, MAX_STRETCHES);
    provider = new FeedbackProvider(pages, this::olderFailed);
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
    add(grid, held, broken);
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
