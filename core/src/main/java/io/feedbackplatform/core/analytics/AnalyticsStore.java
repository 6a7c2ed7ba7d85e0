package io.feedbackplatform.core.analytics;

import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;

/**
 * The counters of each tenant, to read. They follow the feedback within seconds. A series has the
 * buckets that hold anything, from the first to before the end, in the local time that its tenant
 * had when the feedback came.
 */
public interface AnalyticsStore {

  /** Of the tenant or one of its sites. */
  Totals totals(TenantId tenant, Scope scope);

  /**
   * Of the tenant, in all and on a day, as they were a moment ago: at half the price of the others,
   * for who looks again soon. May know less than what was read before.
   */
  Glance glance(TenantId tenant, LocalDate day);

  /**
   * Of the tenant or one of its sites, by the starts of the hours.
   *
   * @param from start of the first hour
   */
  SortedMap<Instant, Counts> hours(TenantId tenant, Scope scope, Instant from, Instant to);

  /** Of any scope. */
  SortedMap<LocalDate, Counts> days(TenantId tenant, Scope scope, LocalDate from, LocalDate to);

  /** Of the tenant or one of its sites. */
  SortedMap<YearMonth, Counts> months(TenantId tenant, Scope scope, YearMonth from, YearMonth to);

  /** All categories or tags of the days from the first to before the end. */
  FacetCounts facets(TenantId tenant, Facet facet, LocalDate from, LocalDate to);
}
