package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CountedPeriod;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.analytics.Totals;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryAnalytics implements AnalyticsStore, Counters {

  private record Counter(TenantId tenant, CounterKey key) {}

  private record Event(TenantId tenant, String id) {}

  private final Clock clock;
  private final Map<Counter, Totals> counters = new HashMap<>();
  private final Set<Event> ledger = new HashSet<>();

  InMemoryAnalytics(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void count(TenantId tenant, List<CountedEvent> events) {
    for (var event : events) {
      if (ledger.add(new Event(tenant, event.eventId()))) {
        event
            .difference()
            .forEach((key, difference) ->
                counters.merge(
                    new Counter(tenant, key),
                    new Totals(difference, clock.instant()),
                    (before, change) ->
                        new Totals(before.counts().plus(difference), change.updatedAt())));
      }
    }
  }

  @Override
  public synchronized Totals totals(TenantId tenant, Scope scope) {
    var counter = new Counter(tenant, new CounterKey(scope, new Bucket.Total()));
    return counters.getOrDefault(counter, new Totals(Counts.ZERO, null));
  }

  @Override
  public synchronized List<CountedPeriod> series(
      TenantId tenant, Scope scope, Granularity granularity, Instant from, Instant to) {
    return counters.entrySet().stream()
        .filter(entry ->
            entry.getKey().tenant().equals(tenant) && entry.getKey().key().scope().equals(scope))
        .flatMap(entry ->
            entry.getKey().key().bucket() instanceof Bucket.Period(var width, var start)
                    && width == granularity
                    && !start.isBefore(granularity.startOf(from))
                    && start.isBefore(to)
                ? Stream.of(new CountedPeriod(start, entry.getValue().counts()))
                : Stream.empty())
        .filter(period -> !period.counts().equals(Counts.ZERO))
        .sorted(Comparator.comparing(CountedPeriod::start))
        .toList();
  }
}
