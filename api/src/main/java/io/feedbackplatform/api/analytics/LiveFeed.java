package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The figures of one tenant, read by one thread for all who listen. */
final class LiveFeed {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

  /** Between two reads, each of which takes one read unit. */
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final TenantId tenant;
  private final ReadLiveFigures figures;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile @Nullable LiveFigures latest;
  private int listeners;

  LiveFeed(TenantId tenant, ReadLiveFigures figures) {
    this.tenant = tenant;
    this.figures = figures;
  }

  /**
   * What was read last.
   *
   * @throws RuntimeException when nothing was, and nothing can be
   */
  LiveFigures latest() {
    var known = latest;
    return known == null ? read() : known;
  }

  private synchronized LiveFigures read() {
    var read = figures.read(tenant, latest);
    latest = read;
    return read;
  }

  /** Under the lock of its owner, as is {@link #leave}. */
  void join() {
    listeners++;
    if (listeners == 1) {
      Thread.ofVirtual().name("live-feed").start(this::follow);
    }
  }

  /** Returns whether nobody is left. */
  boolean leave() {
    listeners--;
    if (listeners == 0) {
      over.countDown();
    }
    return listeners == 0;
  }

  int listeners() {
    return listeners;
  }

  private void follow() {
    MDC.put("tenant", tenant.value());
    try {
      while (!over.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        readIfPossible();
      }
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    }
  }

  /** Who listens is told nothing new while storage is away, and hears on when it is back. */
  private void readIfPossible() {
    try {
      read();
    } catch (RuntimeException away) {
      LOG.atWarn().addKeyValue("cause", away.toString()).log("Live figures cannot be read");
    }
  }
}
