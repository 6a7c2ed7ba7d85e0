package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.operator.TenantRegister;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Recounts one tenant after the other, and repairs, as far as the time goes. Each run begins
 * somewhere else among them, so that no tenant is always the one that there was no time for.
 */
public final class RecountTenants {

  /** What the log says of each tenant that was recounted; metrics are read from it. */
  public static final String RECOUNTED = "A tenant was recounted";

  /** Under which the log then has how many counters did not fit. */
  public static final String DRIFT = "drift";

  /** Under which it has {@link RecountReport#unsettledPast}. */
  public static final String UNSETTLED_PAST = "unsettledPast";

  private static final int PAGE = 100;

  private final TenantRegister register;
  private final RecountTenant recount;

  public RecountTenants(TenantRegister register, RecountTenant recount) {
    this.register = register;
    this.recount = recount;
  }

  /** Hears of each tenant's recount. */
  public interface Listener {
    /** Also of one that failed after it had found something. */
    void recounted(TenantId tenant, RecountReport report);

    void failed(TenantId tenant, RuntimeException failure);

    /** Told of the tenant within which time was up, unless that is a failure. */
    void late(TenantId tenant);
  }

  /**
   * @param hasTime asked before each tenant, and before each step that takes long
   * @return whether there was time for all tenants
   */
  public boolean run(BooleanSupplier hasTime, Listener listener) {
    var start = TenantId.random();
    var run = new Run(hasTime, listener);
    return recount(start, null, run) && recount(null, start, run);
  }

  /**
   * @param after where to begin, null for the first
   * @param last where to end, null for the last
   */
  private boolean recount(@Nullable TenantId after, @Nullable TenantId last, Run run) {
    var from = after;
    while (true) {
      var page = register.list(PAGE, from);
      for (var tenant : page) {
        if (last != null && tenant.id().value().compareTo(last.value()) > 0) {
          return true;
        }
        if (!run.hasTime.getAsBoolean()) {
          return false;
        }
        if (tenant instanceof RegisteredTenant.Present && !run.recount(tenant.id())) {
          return false;
        }
      }
      if (page.size() < PAGE) {
        return true;
      }
      from = page.getLast().id();
    }
  }

  /** One run, which ends within a tenant when its time does. */
  private final class Run {

    private final BooleanSupplier hasTime;
    private final Listener listener;
    private boolean begun;

    Run(BooleanSupplier hasTime, Listener listener) {
      this.hasTime = hasTime;
      this.listener = listener;
    }

    /**
     * One tenant's failure is not to keep the others from their recount. That time is up within a
     * tenant is no failure, unless it was the first and had all of the time.
     *
     * @return whether there was time enough
     */
    boolean recount(TenantId tenant) {
      boolean first = !begun;
      begun = true;
      try {
        var report = recount.recount(tenant, true, hasTime);
        listener.recounted(tenant, report);
        if (report.cutOff()) {
          late(tenant, first, new OutOfTime());
        }
        return !report.cutOff();
      } catch (OutOfTime late) {
        late(tenant, first, late);
        return false;
      } catch (RecountCutOff failure) {
        listener.recounted(tenant, failure.report());
        listener.failed(tenant, failure);
      } catch (RuntimeException failure) {
        listener.failed(tenant, failure);
      }
      return true;
    }

    private void late(TenantId tenant, boolean first, OutOfTime late) {
      if (first) {
        listener.failed(tenant, late);
      } else {
        listener.late(tenant);
      }
    }
  }
}
