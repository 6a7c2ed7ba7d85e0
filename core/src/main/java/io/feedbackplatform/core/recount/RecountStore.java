package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The two sides that a recount compares, each read as it is now, and the way to mend one. */
public interface RecountStore {

  /** As many counters of a tenant fit into the memory of what recounts. */
  int MOST_COUNTERS = 500_000;

  /**
   * The version of every counter of the tenant, its categories and tags, and these of its sites, as
   * it was a moment ago.
   *
   * @param hasTime asked before each page that is read
   * @throws OutOfTime when it has none
   */
  Map<CounterKey, Long> versions(TenantId tenant, Set<SiteId> sites, BooleanSupplier hasTime);

  /** The same counters as they are now. */
  List<Counter> counters(TenantId tenant, Set<SiteId> sites, BooleanSupplier hasTime);

  /** Adds up all feedback and opened forms that are stored, also what is due and not yet gone. */
  Recount recount(TenantId tenant, BooleanSupplier hasTime);

  /**
   * Sets what a counter counts, and adds what was missing to wider ones in the same step, unless
   * the counter was written since or one of them is just being written.
   *
   * @return whether it was set
   */
  boolean repair(TenantId tenant, Repair repair);
}
