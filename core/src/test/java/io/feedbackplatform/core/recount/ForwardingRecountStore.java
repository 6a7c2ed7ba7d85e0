package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Hands every call on, for tests that do something else with one of them. */
public class ForwardingRecountStore implements RecountStore {

  private final RecountStore store;

  public ForwardingRecountStore(RecountStore store) {
    this.store = store;
  }

  @Override
  public Map<CounterKey, Long> versions(
      TenantId tenant, Set<SiteId> sites, BooleanSupplier hasTime) {
    return store.versions(tenant, sites, hasTime);
  }

  @Override
  public List<Counter> counters(TenantId tenant, Set<SiteId> sites, BooleanSupplier hasTime) {
    return store.counters(tenant, sites, hasTime);
  }

  @Override
  public Recount recount(TenantId tenant, BooleanSupplier hasTime) {
    return store.recount(tenant, hasTime);
  }

  @Override
  public boolean repair(TenantId tenant, Repair repair) {
    return store.repair(tenant, repair);
  }
}
