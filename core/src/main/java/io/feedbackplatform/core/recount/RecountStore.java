package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
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
   * Sets what a counter counts, unless it was written since.
   *
   * @param version that the counter had; 0 for one that was not there
   * @return whether it was set
   */
  boolean repair(TenantId tenant, CounterKey key, long version, Counts counts);
}
