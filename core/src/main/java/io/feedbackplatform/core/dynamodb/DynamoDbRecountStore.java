package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.Fold;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.recount.Recount;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Reads partition by partition, consistently, a page at a time. */
final class DynamoDbRecountStore implements RecountStore {

  private final DynamoDbTable feedback;
  private final DynamoDbTable analytics;
  private final DynamoDbTenants tenants;
  private final Clock clock;

  DynamoDbRecountStore(
      DynamoDbTable feedback, DynamoDbTable analytics, DynamoDbTenants tenants, Clock clock) {
    this.feedback = feedback;
    this.analytics = analytics;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public List<Counter> counters(TenantId tenant, Set<SiteId> sites) {
    var partitions = new ArrayList<String>();
    partitions.add(Key.counters(tenant, new Scope.Tenant()));
    for (var facet : Facet.values()) {
      partitions.add(Key.counters(tenant, facet));
    }
    sites.forEach(site -> partitions.add(Key.counters(tenant, new Scope.Site(site))));
    return partitions.stream()
        .flatMap(partition ->
            analytics.query(request ->
                request
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                    .consistentRead(true)))
        .map(CounterItem::toCounter)
        .toList();
  }

  @Override
  public Recount recount(TenantId tenant) {
    var fold = new Fold();
    long items = 0;
    long unreadable = 0;
    for (int shard = 0; shard < tenants.shardsOf(tenant); shard++) {
      var stored = stored(Key.feedbackShard(tenant, shard)).iterator();
      while (stored.hasNext()) {
        items++;
        var counted = counted(tenant, stored.next());
        counted.ifPresent(fold::add);
        unreadable += counted.isPresent() ? 0 : 1;
      }
    }
    return new Recount(
        items,
        unreadable,
        fold.changes().stream()
            .collect(Collectors.toMap(CounterChange::key, CounterChange::counts)));
  }

  /** Without the markers of fences, which lie behind. */
  private Stream<Item> stored(String shard) {
    return feedback.query(request ->
        request
            .keyConditionExpression("pk = :pk AND sk < :fences")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(shard),
                    ":fences", AttributeValue.fromS(Key.FENCES)))
            .consistentRead(true));
  }

  /** As the stream's record of its submission would be counted, if it can be read. */
  private static Optional<List<CounterChange>> counted(TenantId tenant, Item item) {
    try {
      var created =
          new FeedbackChange.Created(tenant, CountableItem.of(new Image(item.attributes())));
      return Optional.of(created.difference());
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private record Image(Map<String, AttributeValue> attributes) implements FeedbackImage {

    @Override
    public @Nullable String text(String attribute) {
      var value = attributes.get(attribute);
      return value == null ? null : value.s();
    }

    @Override
    public @Nullable String number(String attribute) {
      var value = attributes.get(attribute);
      return value == null ? null : value.n();
    }

    @Override
    public @Nullable List<String> texts(String attribute) {
      var value = attributes.get(attribute);
      return value == null || !value.hasSs() ? null : value.ss();
    }
  }

  @Override
  public boolean repair(TenantId tenant, CounterKey key, long version, Counts counts) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    var update =
        CounterItem.replacement(analytics.name(), Key.counter(tenant, key), version, counts, now);
    try {
      analytics.client().updateItem(update);
      return true;
    } catch (ConditionalCheckFailedException written) {
      return false;
    }
  }
}
