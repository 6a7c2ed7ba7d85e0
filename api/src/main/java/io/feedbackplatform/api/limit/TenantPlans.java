package io.feedbackplatform.api.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;

/** The plan of each tenant, as it was within the last minute. */
final class TenantPlans implements SnapshotPart {

  private static final Duration MEMORY = Duration.ofSeconds(60);
  private static final int MOST = 10_000;

  private final LoadingCache<TenantId, Plan> plans;

  TenantPlans(Storage storage, Ticker ticker) {
    this.plans =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(MEMORY)
            .ticker(ticker)
            .executor(Runnable::run)
            .build(tenant ->
                storage.tenants().find(tenant).map(Tenant::plan).orElse(Tenant.DEFAULT_PLAN));
  }

  Plan of(TenantId tenant) {
    return plans.get(tenant);
  }

  @Override
  public void renew() {
    plans.invalidateAll();
  }
}
