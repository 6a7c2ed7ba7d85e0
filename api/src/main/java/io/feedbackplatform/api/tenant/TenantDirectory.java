package io.feedbackplatform.api.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Looks up tenants, remembering what it found for at most four seconds, so that a change of plan or
 * state is heeded within five. What was not found is asked again.
 */
public final class TenantDirectory implements SnapshotPart {

  private static final Duration MEMORY = Duration.ofSeconds(4);

  /** Open dashboards ask every two seconds for what hardly ever changes. */
  private static final Duration MEMORY_OF_ZONES = Duration.ofMinutes(1);

  private final LoadingCache<TenantId, Optional<Tenant>> known;
  private final Cache<TenantId, ZoneId> zones;

  TenantDirectory(Tenants tenants, Ticker ticker) {
    this.known = memory(MEMORY, ticker).build(tenants::find);
    this.zones = memory(MEMORY_OF_ZONES, ticker).build();
  }

  private static Caffeine<Object, Object> memory(Duration duration, Ticker ticker) {
    return Caffeine.newBuilder()
        .maximumSize(10_000)
        .expireAfterWrite(duration)
        .ticker(ticker)
        .executor(Runnable::run);
  }

  /** The tenant as it was within the last four seconds. */
  public Optional<Tenant> find(TenantId id) {
    var tenant = known.get(id);
    if (tenant.isEmpty()) {
      known.invalidate(id);
    }
    return tenant;
  }

  /**
   * The tenant's time zone as it was within the last minute.
   *
   * @throws DomainException.NotFound without such a tenant
   */
  public ZoneId timeZone(TenantId id) {
    return zones.get(
        id, key -> find(key).orElseThrow(DomainException.NotFound::new).settings().timeZone());
  }

  /** Heeds a change of this tenant at once, here if not in other processes. */
  void forget(TenantId id) {
    known.invalidate(id);
    zones.invalidate(id);
  }

  /** Looks for a tenant that does not exist. */
  @Override
  public void prime() {
    find(TenantId.random());
  }

  @Override
  public void renew() {
    known.invalidateAll();
    zones.invalidateAll();
  }
}
