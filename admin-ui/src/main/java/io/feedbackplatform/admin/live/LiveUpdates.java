package io.feedbackplatform.admin.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.feedbackplatform.admin.api.ApiException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows sources on behalf of components on screen, and pushes what changed into their UI. A
 * component that leaves the screen is followed no longer.
 */
public final class LiveUpdates {
  private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

  private final Timer timer;

  LiveUpdates(Timer timer) {
    this.timer = timer;
  }

  /**
   * Reads the source while the component is attached, first at once and then at the interval; the
   * listener runs under the UI's lock.
   */
  public <T> Following follow(
      Component owner, Duration interval, Source<T> source, Consumer<Signal<T>> listener) {
    LiveFollowing<T> following = new LiveFollowing<>(timer, interval, source, listener);
    owner.addAttachListener(attached -> following.begin(attached.getUI()));
    owner.addDetachListener(detached -> following.pause());
    owner.getUI().filter(ui -> owner.isAttached()).ifPresent(following::begin);
    return following;
  }

  /** Asks once, away from the UI's lock; exactly one of the two listeners runs, under it. */
  public <T> void ask(
      UI ui, Supplier<T> question, Consumer<T> answered, Consumer<ApiException> failed) {
    var unused =
        timer.after(
            Duration.ZERO,
            () -> {
              try {
                T answer = question.get();
                access(ui, () -> answered.accept(answer));
              } catch (ApiException e) {
                access(ui, () -> failed.accept(e));
              }
            });
  }

  static void access(UI ui, Runnable change) {
    try {
      ui.access(change::run);
    } catch (UIDetachedException e) {
      LOG.debug("news for a window that has been closed", e);
    }
  }
}
