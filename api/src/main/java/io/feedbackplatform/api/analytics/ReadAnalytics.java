package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.FacetCounts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads counters, and tells what they say: sums of what is kept, as {@linkplain Counts#shown() may
 * be shown}.
 */
final class ReadAnalytics {

  private final AnalyticsStore store;

  ReadAnalytics(AnalyticsStore store) {
    this.store = store;
  }

  AnalyticsResponse read(TenantId tenant, AnalyticsQuery query, ZoneId zone) {
    var scope = query.scope();
    var totals = store.totals(tenant, scope);
    var allTime = FiguresResponse.of(totals.counts(), FeedbackFilter.of(scope));
    var range = query.range();
    if (range == null) {
      return new AnalyticsResponse(allTime, totals.updatedAt(), zone.getId(), null, null, null);
    }
    var counted = counted(tenant, scope, range);
    var inRange = counted.inRange();
    var sum = sum(inRange);
    var series =
        range.periods().stream()
            .map(period ->
                new AnalyticsResponse.Period(
                    period.start(),
                    period.end(),
                    FiguresResponse.of(
                        inRange.getOrDefault(period.key(), Counts.ZERO),
                        FeedbackFilter.of(scope, period.start(), period.end()))))
            .toList();
    return new AnalyticsResponse(
        allTime,
        totals.updatedAt(),
        zone.getId(),
        new AnalyticsResponse.Range(
            range.start(),
            range.finish(),
            FiguresResponse.of(sum, FeedbackFilter.of(scope, range.start(), range.finish()))),
        comparison(scope, range.before(), counted.before(), sum),
        series);
  }

  FacetResponse read(TenantId tenant, Facet facet, TimeRange range, int limit) {
    var counted = facets(tenant, facet, range);
    var before = facets(tenant, facet, range.before());
    var items =
        counted.byName().entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, Counts> group) -> group.getValue().total())
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .limit(limit)
            .map(group ->
                new FacetResponse.Group(
                    group.getKey(),
                    FiguresResponse.of(
                        group.getValue(),
                        FeedbackFilter.of(facet.of(group.getKey()), range.from(), range.to())),
                    counted.complete() && before.complete() ? changes(group, before) : null))
            .toList();
    return new FacetResponse(
        range.from(),
        range.to(),
        range.zone().getId(),
        counted.byName().size(),
        counted.complete(),
        items);
  }

  private static ChangesResponse changes(Map.Entry<String, Counts> group, FacetCounts before) {
    return ChangesResponse.between(
        group.getValue(), before.byName().getOrDefault(group.getKey(), Counts.ZERO));
  }

  private FacetCounts facets(TenantId tenant, Facet facet, TimeRange range) {
    var counted = store.facets(tenant, facet, range.first(), range.end());
    var shown = new HashMap<String, Counts>();
    counted.byName().forEach((name, counts) -> shown.put(name, counts.shown()));
    shown.values().removeIf(Counts::isZero);
    return new FacetCounts(shown, counted.complete());
  }

  private static AnalyticsResponse.Comparison comparison(
      Scope scope, TimeRange before, Counts then, Counts now) {
    return new AnalyticsResponse.Comparison(
        before.start(),
        before.finish(),
        FiguresResponse.of(then, FeedbackFilter.of(scope, before.start(), before.finish())),
        ChangesResponse.between(now, then));
  }

  private static Counts sum(Map<?, Counts> counted) {
    return counted.values().stream().reduce(Counts.ZERO, Counts::plus);
  }

  /**
   * What was read at once, since the period before ends where the range begins.
   *
   * @param inRange by the keys of the range's periods
   */
  private record Counted(Map<Instant, Counts> inRange, Counts before) {

    static <B> Counted of(
        TimeRange range, SortedMap<B, Counts> series, B first, Function<B, Instant> start) {
      return new Counted(byKey(range, series.tailMap(first), start), sum(series.headMap(first)));
    }
  }

  private Counted counted(TenantId tenant, Scope scope, TimeRange range) {
    var before = range.before();
    return switch (range.granularity()) {
      case HOUR ->
          Counted.of(
              range,
              store.hours(tenant, scope, before.from(), range.to()),
              range.from(),
              start -> start);
      case DAY ->
          Counted.of(
              range,
              store.days(tenant, scope, before.first(), range.end()),
              range.first(),
              day -> start(range, day));
      case MONTH ->
          Counted.of(
              range,
              store.months(
                  tenant, scope, YearMonth.from(before.first()), YearMonth.from(range.end())),
              YearMonth.from(range.first()),
              month -> start(range, month.atDay(1)));
    };
  }

  private static Instant start(TimeRange range, LocalDate date) {
    return date.atStartOfDay(range.zone()).toInstant();
  }

  /**
   * What was counted in another time zone, before the tenant changed it, falls into the period in
   * which its hour, day or month would begin now.
   */
  private static <B> Map<Instant, Counts> byKey(
      TimeRange range, SortedMap<B, Counts> series, Function<B, Instant> start) {
    var keys = new TreeSet<Instant>();
    range.periods().forEach(period -> keys.add(period.key()));
    var counted = new TreeMap<Instant, Counts>();
    series.forEach((bucket, counts) -> {
      var key = Objects.requireNonNullElse(keys.floor(start.apply(bucket)), range.from());
      counted.merge(key, counts, Counts::plus);
    });
    return counted;
  }
}
