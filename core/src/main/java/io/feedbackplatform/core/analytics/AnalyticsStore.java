package io.feedbackplatform.core.analytics;

import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/** The counters of each tenant, to read. They follow the feedback within seconds. */
public interface AnalyticsStore {

  Totals totals(TenantId tenant, Scope scope);

  /**
   * The buckets that hold anything, oldest first.
   *
   * @param from start of the first bucket
   * @param to end of the last bucket, exclusive
   */
  List<CountedPeriod> series(
      TenantId tenant, Scope scope, Granularity granularity, Instant from, Instant to);
}
