package io.feedbackplatform.api.tenant;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks up tenants, remembering what it found for at most four seconds, so that a change of plan or
 * state is heeded within five. What was not found is asked again.
 */
public final class TenantDirectory implements SnapshotPart {

  private static final Duration MEMORY = Duration.ofSeconds(4);

  private final LoadingCache<TenantId, Optional<Tenant>> known;

  TenantDirectory(Tenants tenants, Ticker ticker) {
    this.known =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(MEMORY)
            .ticker(ticker)
            .executor(Runnable::run)
            .build(tenants::find);
  }

  /** The tenant as it was within the last four seconds. */
  public Optional<Tenant> find(TenantId id) {
    var tenant = known.get(id);
    if (tenant.isEmpty()) {
      known.invalidate(id);
    }
    return tenant;
  }

  /** Looks for a tenant that does not exist. */
  @Override
  public void prime() {
    find(TenantId.random());
  }

  @Override
  public void renew() {
    known.invalidateAll();
  }
}
