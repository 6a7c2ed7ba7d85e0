package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedPeriod;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.analytics.Totals;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoDbAnalyticsStore implements AnalyticsStore {

  private final DynamoDbTable table;

  DynamoDbAnalyticsStore(DynamoDbTable table) {
    this.table = table;
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
  public List<CountedPeriod> series(
      TenantId tenant, Scope scope, Granularity granularity, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return List.of();
    }
    var first = Bucket.Period.holding(granularity, from);
    var last = Bucket.Period.holding(granularity, to.minusNanos(1));
    return table
        .query(request ->
            request
                .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(Key.counters(tenant, scope)),
                        ":first", AttributeValue.fromS(Key.bucket(first)),
                        ":last", AttributeValue.fromS(Key.bucket(last)))))
        .map(item ->
            new CountedPeriod(
                Key.periodStart(item.requiredText(TableLayout.SORT_KEY)),
                CounterItem.toCounts(item)))
        .filter(period -> !period.counts().equals(Counts.ZERO))
        .toList();
  }
}
