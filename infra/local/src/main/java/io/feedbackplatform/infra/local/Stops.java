package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.process.CannotStartException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in reverse; safe when the stop comes in the middle. */
final class Stops implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Stops.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private volatile boolean closed;

  synchronized <T extends AutoCloseable> T add(T part) throws CannotStartException {
    requireOpen(part);
    started.addFirst(part);
    return part;
  }

  /** For a part that others lean on although it was started after them. */
  synchronized <T extends AutoCloseable> T addAsFoundation(T part) throws CannotStartException {
    requireOpen(part);
    started.addLast(part);
    return part;
  }

  private void requireOpen(AutoCloseable part) throws CannotStartException {
    if (closed) {
      stop(part);
      throw new CannotStartException("It was stopped while starting");
    }
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    // Before the lock: what is being started in the meantime is then stopped by its starter.
    closed = true;
    stopAll();
  }

  private synchronized void stopAll() {
    while (!started.isEmpty()) {
      stop(started.removeFirst());
    }
  }

  /** Whatever one part does at its end, the others must be stopped too. */
  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception fault) {
      log.warn("{} did not stop well", part.getClass().getSimpleName(), fault);
    }
  }
}
