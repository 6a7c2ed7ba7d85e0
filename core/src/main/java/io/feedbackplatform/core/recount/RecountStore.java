package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Set;

/** The two sides that a recount compares, each read as it is now, and the way to mend one. */
public interface RecountStore {

  /** Every counter of the tenant, its categories and tags, and these of its sites. */
  List<Counter> counters(TenantId tenant, Set<SiteId> sites);

  /** Adds up all feedback that is stored, also what is due and not yet gone. */
  Recount recount(TenantId tenant);

  /**
   * Sets what a counter counts, and adds what was missing to wider ones in the same step, unless
   * the counter was written since or one of them is just being written.
   *
   * @return whether it was set
   */
  boolean repair(TenantId tenant, Repair repair);
}
