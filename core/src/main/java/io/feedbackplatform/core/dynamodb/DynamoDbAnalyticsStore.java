package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.FacetCounts;
import io.feedbackplatform.core.analytics.Glance;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.analytics.Totals;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoDbAnalyticsStore implements AnalyticsStore {

  /** Of facets, whose number strangers choose: about 7 MB. */
  private static final int MOST_FACETS = 20_000;

  private final DynamoDbTable table;
  private final int mostFacets;

  DynamoDbAnalyticsStore(DynamoDbTable table) {
    this(table, MOST_FACETS);
  }

  DynamoDbAnalyticsStore(DynamoDbTable table, int mostFacets) {
    this.table = table;
    this.mostFacets = mostFacets;
  }

  @Override
  public Totals totals(TenantId tenant, Scope scope) {
    return table
        .get(Key.counter(tenant, new CounterKey(scope, new Bucket.Total())))
        .map(item ->
            new Totals(CounterItem.toCounts(item), item.instantOrNull(CounterItem.UPDATED_AT)))
        .orElse(new Totals(Counts.ZERO, null));
  }

  @Override
  public Glance glance(TenantId tenant, LocalDate day) {
    var total = new CounterKey(new Scope.Tenant(), new Bucket.Total());
    var ofDay = new CounterKey(new Scope.Tenant(), new Bucket.Day(day));
    var found = new HashMap<CounterKey, Counter>();
    table
        .getEachOfLate(List.of(Key.counter(tenant, total), Key.counter(tenant, ofDay)))
        .forEach(item -> {
          var counter = CounterItem.toCounter(item);
          found.put(counter.key(), counter);
        });
    return new Glance(
        found.getOrDefault(total, Counter.none(total)),
        found.getOrDefault(ofDay, Counter.none(ofDay)));
  }

  @Override
  public SortedMap<Instant, Counts> hours(TenantId tenant, Scope scope, Instant from, Instant to) {
    return series(
        query(tenant, scope, new Bucket.Hour(fullMinute(from)), new Bucket.Hour(fullMinute(to))),
        bucket -> ((Bucket.Hour) bucket).start());
  }

  /** Where an hour may begin that begins not before this. */
  private static Instant fullMinute(Instant instant) {
    return instant.plusSeconds(60).minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public SortedMap<LocalDate, Counts> days(
      TenantId tenant, Scope scope, LocalDate from, LocalDate to) {
    var items =
        scope instanceof Scope.Category || scope instanceof Scope.Tag
            ? table
                .getEach(
                    from.datesUntil(from.isBefore(to) ? to : from)
                        .map(date ->
                            Key.counter(tenant, new CounterKey(scope, new Bucket.Day(date))))
                        .toList())
                .stream()
            : query(tenant, scope, new Bucket.Day(from), new Bucket.Day(to));
    return series(items, bucket -> ((Bucket.Day) bucket).date());
  }

  @Override
  public SortedMap<YearMonth, Counts> months(
      TenantId tenant, Scope scope, YearMonth from, YearMonth to) {
    return series(
        query(tenant, scope, new Bucket.Month(from), new Bucket.Month(to)),
        bucket -> ((Bucket.Month) bucket).month());
  }

  @Override
  public FacetCounts facets(TenantId tenant, Facet facet, LocalDate from, LocalDate to) {
    var byName = new HashMap<String, Counts>();
    var read =
        query(tenant, facet.of(""), new Bucket.Day(from), new Bucket.Day(to))
            .limit(mostFacets + 1L)
            .toList();
    for (var item : read.subList(0, Math.min(read.size(), mostFacets))) {
      var name =
          switch (Key.counterKey(Key.of(item)).scope()) {
            case Scope.Category(var category) -> category;
            case Scope.Tag(var tag) -> tag;
            case Scope.Tenant(), Scope.Site(_) -> throw new IllegalStateException("not a facet");
          };
      byName.merge(name, CounterItem.toCounts(item), Counts::plus);
    }
    byName.values().removeIf(Counts::isZero);
    return new FacetCounts(byName, read.size() <= mostFacets);
  }

  /** From the first bucket to before the end; names of facets sort behind their day. */
  private Stream<Item> query(TenantId tenant, Scope scope, Bucket from, Bucket end) {
    var first = Key.bucket(from);
    var last = Key.bucket(end);
    if (first.compareTo(last) >= 0) {
      return Stream.empty();
    }
    return table
        .query(request ->
            request
                .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(Key.counters(tenant, scope)),
                        ":first", AttributeValue.fromS(first),
                        ":last", AttributeValue.fromS(last))))
        .filter(item -> item.requiredText(TableLayout.SORT_KEY).compareTo(last) < 0);
  }

  private static <B> SortedMap<B, Counts> series(Stream<Item> items, Function<Bucket, B> start) {
    var series = new TreeMap<B, Counts>();
    items.forEach(item -> {
      var counts = CounterItem.toCounts(item);
      if (!counts.isZero()) {
        series.put(start.apply(Key.counterKey(Key.of(item)).bucket()), counts);
      }
    });
    return series;
  }
}
