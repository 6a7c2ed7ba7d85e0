package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.analytics.Counter;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Facet;
import io.feedbackplatform.core.analytics.Scope;
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
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
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
  private final DynamoDbClient paced;
  private final DynamoDbTenants tenants;
  private final Clock clock;
  private final Pace pace = Pace.ofProvisioned();
  private final Pace openedFormsPace = Pace.ofOnDemand();

  DynamoDbRecountStore(
      DynamoDbTable feedback,
      DynamoDbTable analytics,
      DynamoDbClient paced,
      DynamoDbTenants tenants,
      Clock clock) {
    this.feedback = feedback;
    this.analytics = analytics;
    this.paced = paced;
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
    var query = atPace(analytics, pace, hasTime);
    for (var partition : partitions) {
      query.each(all(partition).andThen(request -> request.consistentRead(consistent)), item);
    }
  }

  private PacedQuery atPace(DynamoDbTable table, Pace pace, BooleanSupplier hasTime) {
    return new PacedQuery(new DynamoDbTable(paced, table.name()), pace, hasTime);
  }

  private static void requireRoom(int counters) {
    if (counters > MOST_COUNTERS) {
      throw new IllegalStateException(
          "A tenant has more counters than a recount has room for: " + MOST_COUNTERS);
    }
  }

  @Override
  public Recount recount(TenantId tenant, BooleanSupplier hasTime) {
    var sum = new FeedbackSum(tenant);
    var openedForms = atPace(feedback, openedFormsPace, hasTime);
    for (int shard = 0; shard < tenants.shardsOf(tenant); shard++) {
      addFeedback(sum, all(Key.feedbackShard(tenant, shard)), hasTime);
      openedForms.each(
          all(Key.openedFormsShard(tenant, shard)),
          item -> {
            sum.addOpened(item);
            requireRoom(sum.counters());
          });
    }
    return sum.recount(expiry(tenant));
  }

  private void addFeedback(
      FeedbackSum sum, Consumer<QueryRequest.Builder> partition, BooleanSupplier hasTime) {
    var stored = feedback.query(partition).iterator();
    for (long items = 0; stored.hasNext(); items++) {
      if (items % ITEMS_BETWEEN_LOOKS == 0 && !hasTime.getAsBoolean()) {
        throw new OutOfTime();
      }
      sum.addFeedback(stored.next());
      requireRoom(sum.counters());
    }
  }

  private static Consumer<QueryRequest.Builder> all(String partition) {
    return request ->
        request
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
            .consistentRead(true);
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
