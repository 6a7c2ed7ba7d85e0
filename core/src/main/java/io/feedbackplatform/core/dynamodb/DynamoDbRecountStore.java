package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.Fold;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.recount.Expiry;
import io.feedbackplatform.core.recount.OutOfTime;
import io.feedbackplatform.core.recount.Recount;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.recount.Repair;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Reads partition by partition, consistently, a page at a time. */
final class DynamoDbRecountStore implements RecountStore {

  /** Why a repair is cancelled when somebody else writes (API_TransactWriteItems). */
  private static final Set<String> WRITTEN =
      Set.of("None", "ConditionalCheckFailed", "TransactionConflict");

  /** Some pages. */
  private static final int ITEMS_BETWEEN_LOOKS = 1_000;

  private final DynamoDbTable feedback;
  private final DynamoDbTable analytics;
  private final DynamoDbTenants tenants;
  private final Clock clock;
  private final Pace pace = Pace.ofProvisioned();

  DynamoDbRecountStore(
      DynamoDbTable feedback, DynamoDbTable analytics, DynamoDbTenants tenants, Clock clock) {
    this.feedback = feedback;
    this.analytics = analytics;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** What is read late only fails to be the version of later: it is worth half the price. */
  @Override
  public Map<CounterKey, Long> versions(
      TenantId tenant, Set<SiteId> sites, BooleanSupplier hasTime) {
    var versions = new HashMap<CounterKey, Long>();
    read(
        tenant,
        sites,
        hasTime,
        false,
        item -> {
          versions.put(Key.counterKey(Key.of(item)), item.number(CounterItem.VERSION));
          requireRoom(versions.size());
        });
    return versions;
  }

  @Override
  public List<Counter> counters(TenantId tenant, Set<SiteId> sites, BooleanSupplier hasTime) {
    var counters = new ArrayList<Counter>();
    read(
        tenant,
        sites,
        hasTime,
        true,
        item -> {
          counters.add(CounterItem.toCounter(item));
          requireRoom(counters.size());
        });
    return counters;
  }

  private void read(
      TenantId tenant,
      Set<SiteId> sites,
      BooleanSupplier hasTime,
      boolean consistent,
      Consumer<Item> item) {
    var partitions = new ArrayList<String>();
    partitions.add(Key.counters(tenant, new Scope.Tenant()));
    for (var facet : Facet.values()) {
      partitions.add(Key.counters(tenant, facet));
    }
    sites.forEach(site -> partitions.add(Key.counters(tenant, new Scope.Site(site))));
    var query = new PacedQuery(analytics, pace, hasTime);
    for (var partition : partitions) {
      query.each(
          request ->
              request
                  .keyConditionExpression("pk = :pk")
                  .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                  .consistentRead(consistent),
          item);
    }
  }

  private static void requireRoom(int counters) {
    if (counters > MOST_COUNTERS) {
      throw new IllegalStateException(
          "A tenant has more counters than a recount has room for: " + MOST_COUNTERS);
    }
  }

  @Override
  public Recount recount(TenantId tenant, BooleanSupplier hasTime) {
    var fold = new Fold();
    long items = 0;
    var unreadable = new Unreadable();
    for (int shard = 0; shard < tenants.shardsOf(tenant); shard++) {
      var stored = stored(Key.feedbackShard(tenant, shard)).iterator();
      while (stored.hasNext()) {
        if (items++ % ITEMS_BETWEEN_LOOKS == 0 && !hasTime.getAsBoolean()) {
          throw new OutOfTime();
        }
        var item = stored.next();
        counted(tenant, item).ifPresentOrElse(fold::add, () -> unreadable.add(item));
        requireRoom(fold.size());
      }
    }
    return new Recount(
        items,
        unreadable.count,
        unreadable.examples,
        expiry(tenant),
        fold.changes().stream()
            .collect(Collectors.toMap(CounterChange::key, CounterChange::counts)));
  }

  private static final class Unreadable {

    private final List<String> examples = new ArrayList<>();
    private long count;

    void add(Item item) {
      if (count++ < Recount.MOST_EXAMPLES) {
        examples.add(Key.of(item).sort());
      }
    }
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

  private Expiry expiry(TenantId tenant) {
    var found = tenants.find(tenant).orElseThrow(DomainException.NotFound::new);
    return Expiry.of(found, clock.instant());
  }

  @Override
  public boolean repair(TenantId tenant, Repair repair) {
    try {
      var actions = actions(tenant, repair);
      analytics.client().transactWriteItems(request -> request.transactItems(actions));
      return true;
    } catch (TransactionConflictException written) {
      return false;
    } catch (TransactionCanceledException canceled) {
      if (isOnlyOfOthersWrites(canceled)) {
        return false;
      }
      throw canceled;
    }
  }

  private List<TransactWriteItem> actions(TenantId tenant, Repair repair) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    var updates = new ArrayList<Update>();
    updates.add(
        CounterItem.replacement(analytics.name(), Key.counter(tenant, repair.key()), repair, now));
    for (var wide : repair.wider()) {
      var change = CounterChange.counted(wide, repair.correction());
      updates.add(CounterItem.addition(analytics.name(), Key.counter(tenant, wide), change, now));
    }
    return updates.stream()
        .map(update -> TransactWriteItem.builder().update(update).build())
        .toList();
  }

  private static boolean isOnlyOfOthersWrites(TransactionCanceledException canceled) {
    return canceled.cancellationReasons().stream()
        .allMatch(reason -> reason.code() == null || WRITTEN.contains(reason.code()));
  }
}
