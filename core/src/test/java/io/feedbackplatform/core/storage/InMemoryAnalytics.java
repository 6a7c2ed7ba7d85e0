package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.FacetCounts;
import io.feedbackplatform.core.analytics.Fold;
import io.feedbackplatform.core.analytics.Glance;
import io.feedbackplatform.core.analytics.OutOfTime;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.analytics.Totals;
import io.feedbackplatform.core.recount.Repair;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

final class InMemoryAnalytics implements AnalyticsStore, Counters {

  private record Stored(TenantId tenant, CounterKey key) {}

  private record Event(TenantId tenant, String id) {}

  private static final int MOST_FACETS = 20_000;

  private final Clock clock;
  private final Map<Stored, Totals> counters = new HashMap<>();
  private final Map<Stored, Counter> kept = new HashMap<>();
  private final Set<Event> ledger = new HashSet<>();

  InMemoryAnalytics(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void count(
      TenantId tenant,
      List<CountedEvent> events,
      BooleanSupplier hasTime,
      Consumer<String> counted) {
    if (!events.isEmpty() && !hasTime.getAsBoolean()) {
      throw new OutOfTime();
    }
    var fold = new Fold();
    for (var event : events) {
      if (ledger.add(new Event(tenant, event.eventId()))) {
        fold.add(event.difference());
        counted.accept(event.eventId());
      }
    }
    fold.changes().forEach(change -> add(tenant, change));
  }

  private void add(TenantId tenant, CounterChange change) {
    kept.merge(
        new Stored(tenant, change.key()),
        new Counter(change.key(), change.counts(), change.expired(), 1),
        (before, more) ->
            new Counter(
                change.key(),
                before.counts().plus(more.counts()),
                before.expired().plus(more.expired()),
                before.version() + 1));
    if (!change.counts().isZero()) {
      counters.merge(
          new Stored(tenant, change.key()),
          new Totals(change.counts(), clock.instant()),
          (before, now) -> new Totals(before.counts().plus(now.counts()), now.updatedAt()));
    }
  }

  synchronized List<Counter> counters(TenantId tenant) {
    return kept.entrySet().stream()
        .filter(entry -> entry.getKey().tenant().equals(tenant))
        .map(Map.Entry::getValue)
        .toList();
  }

  synchronized boolean repair(TenantId tenant, Repair repair) {
    var key = repair.key();
    var stored = new Stored(tenant, key);
    if (kept.getOrDefault(stored, Counter.none(key)).version() != repair.version()) {
      return false;
    }
    kept.put(stored, new Counter(key, repair.counts(), repair.expired(), repair.version() + 1));
    counters.put(stored, new Totals(repair.counts(), clock.instant()));
    for (var wide : repair.wider()) {
      add(tenant, CounterChange.counted(wide, repair.correction()));
    }
    return true;
  }

  @Override
  public synchronized Totals totals(TenantId tenant, Scope scope) {
    var counter = new Stored(tenant, new CounterKey(scope, new Bucket.Total()));
    return counters.getOrDefault(counter, new Totals(Counts.ZERO, null));
  }

  @Override
  public synchronized Glance glance(TenantId tenant, LocalDate day) {
    return new Glance(
        counter(tenant, new CounterKey(new Scope.Tenant(), new Bucket.Total())),
        counter(tenant, new CounterKey(new Scope.Tenant(), new Bucket.Day(day))));
  }

  private Counter counter(TenantId tenant, CounterKey key) {
    return kept.getOrDefault(new Stored(tenant, key), Counter.none(key));
  }

  @Override
  public SortedMap<Instant, Counts> hours(TenantId tenant, Scope scope, Instant from, Instant to) {
    return series(
        tenant,
        scope,
        bucket ->
            bucket instanceof Bucket.Hour(var start) ? Stream.of(start) : Stream.<Instant>empty(),
        from,
        to);
  }

  @Override
  public SortedMap<LocalDate, Counts> days(
      TenantId tenant, Scope scope, LocalDate from, LocalDate to) {
    var found = new TreeMap<LocalDate, Counts>();
    from.datesUntil(from.isBefore(to) ? to : from)
        .forEach(date -> {
          var counts = counts(tenant, new CounterKey(scope, new Bucket.Day(date)));
          if (!counts.isZero()) {
            found.put(date, counts);
          }
        });
    return found;
  }

  private synchronized Counts counts(TenantId tenant, CounterKey key) {
    var stored = counters.get(new Stored(tenant, key));
    return stored == null ? Counts.ZERO : stored.counts();
  }

  @Override
  public SortedMap<YearMonth, Counts> months(
      TenantId tenant, Scope scope, YearMonth from, YearMonth to) {
    return series(
        tenant,
        scope,
        bucket ->
            bucket instanceof Bucket.Month(var month)
                ? Stream.of(month)
                : Stream.<YearMonth>empty(),
        from,
        to);
  }

  @Override
  public synchronized FacetCounts facets(
      TenantId tenant, Facet facet, LocalDate from, LocalDate to) {
    var read =
        counters.keySet().stream()
            .filter(stored -> stored.tenant().equals(tenant) && isOf(facet, stored.key().scope()))
            .filter(stored ->
                stored.key().bucket() instanceof Bucket.Day(var date)
                    && !date.isBefore(from)
                    && date.isBefore(to))
            .sorted(Comparator.comparing(stored -> stored.key().bucket().toString()))
            .toList();
    var byName = new HashMap<String, Counts>();
    for (var stored : read.subList(0, Math.min(read.size(), MOST_FACETS))) {
      byName.merge(nameOf(stored.key().scope()), counters.get(stored).counts(), Counts::plus);
    }
    byName.values().removeIf(Counts::isZero);
    return new FacetCounts(byName, read.size() <= MOST_FACETS);
  }

  private static boolean isOf(Facet facet, Scope scope) {
    return switch (facet) {
      case CATEGORY -> scope instanceof Scope.Category;
      case TAG -> scope instanceof Scope.Tag;
    };
  }

  private static String nameOf(Scope scope) {
    return switch (scope) {
      case Scope.Category(var name) -> name;
      case Scope.Tag(var name) -> name;
      case Scope.Tenant(), Scope.Site(_) -> throw new IllegalArgumentException("no facet");
    };
  }

  private synchronized <B extends Comparable<? super B>> SortedMap<B, Counts> series(
      TenantId tenant, Scope scope, Function<Bucket, Stream<B>> start, B from, B to) {
    var series = new TreeMap<B, Counts>();
    counters.forEach((stored, totals) -> {
      if (stored.tenant().equals(tenant) && stored.key().scope().equals(scope)) {
        start
            .apply(stored.key().bucket())
            .filter(at -> at.compareTo(from) >= 0 && at.compareTo(to) < 0)
            .filter(at -> !totals.counts().isZero())
            .forEach(at -> series.put(at, totals.counts()));
      }
    });
    return series;
  }
}
