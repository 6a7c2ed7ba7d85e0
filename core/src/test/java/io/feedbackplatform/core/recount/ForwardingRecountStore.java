package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Set;

/** Hands every call on, for tests that do something else with one of them. */
public class ForwardingRecountStore implements RecountStore {

  private final RecountStore store;

  public ForwardingRecountStore(RecountStore store) {
    this.store = store;
  }

  @Override
  public List<Counter> counters(TenantId tenant, Set<SiteId> sites) {
    return store.counters(tenant, sites);
  }

  @Override
  public Recount recount(TenantId tenant) {
    return store.recount(tenant);
  }

  @Override
  public boolean repair(TenantId tenant, Repair repair) {
    return store.repair(tenant, repair);
  }
}
