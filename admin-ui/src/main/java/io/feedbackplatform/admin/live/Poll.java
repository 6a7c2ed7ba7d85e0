package io.feedbackplatform.admin.live;

import io.feedbackplatform.admin.api.ApiException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a source again and again until it is stopped: at the interval while it answers, ever more
 * rarely while it does not. At most one reading is under way at a time.
 */
final class Poll<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
  private static final Duration SLOWEST = Duration.ofSeconds(30);

  private final Source<T> source;
  private final Duration interval;
  private final Timer timer;
  private final Consumer<Signal<T>> listener;
  private Runnable callOff = () -> {};
  private boolean stopped;
  private boolean reading;
  private boolean again;
  private int failures;

  Poll(Source<T> source, Duration interval, Timer timer, Consumer<Signal<T>> listener) {
    this.source = source;
    this.interval = interval;
    this.timer = timer;
    this.listener = listener;
  }

  /**
   * Reads as soon as possible, and goes on from there. What is being read already may not know yet
   * of what made somebody ask; it is followed by another reading.
   */
  synchronized void now() {
    again = reading;
    if (!reading) {
      schedule(Duration.ZERO);
    }
  }

  synchronized void stop() {
    stopped = true;
    callOff.run();
  }

  private synchronized void schedule(Duration delay) {
    callOff.run();
    if (!stopped) {
      callOff = timer.after(delay, this::turn);
    }
  }

  private void turn() {
    if (begin()) {
      Duration next = null;
      try {
        next = read();
      } finally {
        end(next);
      }
    }
  }

  private synchronized boolean begin() {
    boolean mayRead = !stopped && !reading;
    reading = reading || mayRead;
    return mayRead;
  }

  private synchronized void end(@Nullable Duration next) {
    reading = false;
    if (next == null) {
      stop();
    } else {
      schedule(again ? Duration.ZERO : next);
      again = false;
    }
  }

  private @Nullable Duration read() {
    try {
      source.read().ifPresentOrElse(this::news, this::recovered);
      return interval;
    } catch (ApiException.SignInRequired e) {
      tell(new Signal.SignedOut<>(e.explanation()));
      return null;
    } catch (ApiException e) {
      return trouble(e);
    } catch (RuntimeException e) {
      LOG.error("a poll failed in an unforeseen way", e);
      return trouble(new ApiException.Unavailable("Something went wrong here.", e));
    }
  }

  private void news(T state) {
    recovered();
    tell(new Signal.News<>(state));
  }

  private void recovered() {
    if (failures > 0) {
      failures = 0;
      tell(new Signal.Recovered<>());
    }
  }

  private Duration trouble(ApiException why) {
    Duration wait = interval.multipliedBy(1L << Math.min(failures, 16));
    Duration next = wait.compareTo(SLOWEST) < 0 ? wait : longer(SLOWEST, interval);
    failures++;
    tell(new Signal.Trouble<>(why, next));
    return next;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private void tell(Signal<T> signal) {
    if (!isStopped()) {
      listener.accept(signal);
    }
  }
}
