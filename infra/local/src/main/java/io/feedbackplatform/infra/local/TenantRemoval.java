package io.feedbackplatform.infra.local;

import io.feedbackplatform.core.operator.RemoveTenants;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes tenants whose grace is over, where no schedule of AWS does. */
final class TenantRemoval implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TenantRemoval.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("tenant-removal").factory());

  private TenantRemoval() {}

  static TenantRemoval start(RemoveTenants removal) {
    var started = new TenantRemoval();
    started.timer.scheduleWithFixedDelay(() -> run(removal), 1, 60, TimeUnit.MINUTES);
    return started;
  }

  private static void run(RemoveTenants removal) {
    try {
      removal.run(() -> !Thread.currentThread().isInterrupted());
    } catch (RuntimeException away) {
      // A failure would end the schedule; the next run goes on where this one stopped.
      LOG.warn("Tenants could not be removed", away);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
