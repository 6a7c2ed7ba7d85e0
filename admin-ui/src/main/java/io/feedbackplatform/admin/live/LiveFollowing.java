package io.feedbackplatform.admin.live;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One poll per stay on screen; used under the UI's lock only. */
final class LiveFollowing<T> implements Following {
  private final Timer timer;
  private final Duration interval;
  private final Source<T> source;
  private final Consumer<Signal<T>> listener;
  private @Nullable Poll<T> poll;
  private boolean ended;

  LiveFollowing(Timer timer, Duration interval, Source<T> source, Consumer<Signal<T>> listener) {
    this.timer = timer;
    this.interval = interval;
    this.source = source;
    this.listener = listener;
  }

  void begin(UI ui) {
    pause();
    if (ended) {
      return;
    }
    poll =
        new Poll<>(
            source,
            interval,
            timer,
            signal -> LiveUpdates.access(ui, () -> listener.accept(signal)));
    poll.now();
  }

  @Override
  public void readNow() {
    if (poll != null) {
      poll.now();
    }
  }

  @Override
  public void stop() {
    ended = true;
    pause();
  }

  /** Ends it until it begins again. */
  void pause() {
    if (poll != null) {
      poll.stop();
      poll = null;
    }
  }
}
