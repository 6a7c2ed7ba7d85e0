package io.feedbackplatform.infra.local;

import io.feedbackplatform.core.parking.ParkedRecords;
import io.feedbackplatform.core.parking.RedriveParked;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.recount.RecountTenants;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recounts tenants and redrives what is parked, where no schedule of AWS and no person does. */
final class Recounting implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recounting.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("recounting").factory());

  private Recounting() {}

  static Recounting start(Storage storage, ParkedRecords parked) {
    var recount =
        new RecountTenant(storage.recounts(), storage.sites(), storage.fences(), Patience.ORDINARY);
    var redrive =
        new RedriveParked(parked, (tenant, hasTime) -> recount.recount(tenant, true, hasTime));
    var recounts = new RecountTenants(storage.tenantRegister(), recount);
    var started = new Recounting();
    started.timer.scheduleWithFixedDelay(() -> run(redrive, recounts), 2, 10, TimeUnit.MINUTES);
    return started;
  }

  private static void run(RedriveParked redrive, RecountTenants recounts) {
    attempt(() ->
        redrive
            .redrive(Recounting::goesOn)
            .failures()
            .forEach((tenant, failure) -> LOG.warn("{} could not be recounted", tenant, failure)));
    attempt(() -> recounts.run(Recounting::goesOn, new Log()));
  }

  /** A failure would end the schedule; the next run tries again. */
  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException away) {
      LOG.warn("Tenants could not be recounted", away);
    }
  }

  private static boolean goesOn() {
    return !Thread.currentThread().isInterrupted();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static final class Log implements RecountTenants.Listener {

    @Override
    public void recounted(TenantId tenant, RecountReport report) {
      if (!report.drift().isEmpty()) {
        LOG.warn("{}: {} counters did not fit", tenant, report.drift().size());
      }
    }

    @Override
    public void failed(TenantId tenant, RuntimeException failure) {
      LOG.warn("{} could not be recounted", tenant, failure);
    }

    @Override
    public void late(TenantId tenant) {
      LOG.warn("there was no time left to recount {}", tenant);
    }
  }
}
