package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.recount.OutOfTime;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.recount.Repair;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What becomes of a repair that a table refuses. */
class DynamoDbRecountStoreTest {

  private static final CounterKey TOTAL = new CounterKey(new Scope.Tenant(), new Bucket.Total());
  private static final Counts FIVE_STARS = Counts.ofOne(5, Sentiment.POSITIVE);

  private final List<QueryRequest> queries = new ArrayList<>();
  private final List<Map<String, AttributeValue>> found = new ArrayList<>();
  private @Nullable DynamoDbException refusal;
  private @Nullable Item stored;

  @Test
  void isLeftToTheNextPassWhenSomebodyElseWrites() {
    assertThat(repair(null)).isTrue();
    assertThat(repair(canceled("None", "ConditionalCheckFailed"))).isFalse();
    assertThat(repair(canceled("TransactionConflict"))).isFalse();
    assertThat(repair(TransactionConflictException.builder().build())).isFalse();
  }

  @Test
  void failsForAnyOtherReason() {
    assertThatThrownBy(() -> repair(canceled("TransactionConflict", "ValidationError")))
        .isInstanceOf(TransactionCanceledException.class);
  }

  /** What is compared has to be what is stored now: a late read would be drift, or hide it. */
  @Test
  void readsConsistentlyWhatItCompares() {
    var store = store();
    var tenant = TestObjects.tenant();
    stored = TenantItem.toItem(tenant);

    store.counters(tenant.id(), Set.of(SiteId.random()), () -> true);
    store.recount(tenant.id(), () -> true);
    assertThat(queries).hasSize(6).allMatch(QueryRequest::consistentRead);

    queries.clear();
    store.versions(tenant.id(), Set.of(), () -> true);
    assertThat(queries).hasSize(3).noneMatch(QueryRequest::consistentRead);
  }

  /** Whoever reads at a pace has a client that tries once; all else has one that tries again. */
  @Test
  void readsAtAPaceWithAClientOfItsOwn() {
    var tenant = TestObjects.tenant();
    stored = TenantItem.toItem(tenant);
    var paced = new ArrayList<String>();
    var pacing =
        new DynamoDbDecorator(new Refusing()) {
          @Override
          public QueryResponse query(QueryRequest request) {
            paced.add(partition(request));
            return super.query(request);
          }
        };
    var store = storage().recounts(pacing);

    store.versions(tenant.id(), Set.of(), () -> true);
    store.counters(tenant.id(), Set.of(), () -> true);
    assertThat(paced).hasSize(6);
    paced.clear();
    store.recount(tenant.id(), () -> true);

    assertThat(paced).singleElement(STRING).endsWith("#O#0");
  }

  @Test
  void readsOpenedFormsWhileThereIsTime() {
    var tenant = TestObjects.tenant();
    stored = TenantItem.toItem(tenant);

    assertThatThrownBy(() -> store().recount(tenant.id(), () -> false))
        .isInstanceOf(OutOfTime.class);

    assertThat(queries).noneMatch(query -> partition(query).contains("#O#"));
    store().recount(tenant.id(), () -> true);
    assertThat(queries).extracting(this::partition).last(STRING).endsWith("#O#0");
  }

  private String partition(QueryRequest query) {
    return query.expressionAttributeValues().get(":pk").s();
  }

  @Test
  void namesItemsThatItCannotRead() {
    var tenant = TestObjects.tenant();
    stored = TenantItem.toItem(tenant);
    found.add(
        Map.of(
            "pk", AttributeValue.fromS("T#" + tenant.id() + "#F#0"),
            "sk", AttributeValue.fromS("019aa0e0-0000-7000-8000-000000000000")));

    var recount = store().recount(tenant.id(), () -> true);

    assertThat(recount.unreadable()).isEqualTo(1);
    assertThat(recount.examples()).containsExactly("019aa0e0-0000-7000-8000-000000000000");
  }

  private RecountStore store() {
    return storage().recounts();
  }

  private DynamoDbStorage storage() {
    return new DynamoDbStorage(
        new Refusing(), TableNames.ofStage("test"), new MutableClock(TestObjects.NOW));
  }

  private boolean repair(@Nullable DynamoDbException refused) {
    refusal = refused;
    return store().repair(TenantId.random(), Repair.alone(TOTAL, 0, FIVE_STARS, Counts.ZERO));
  }

  private static DynamoDbException canceled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }

  private final class Refusing extends DynamoDbDecorator {

    Refusing() {
      super(new HeapDynamoDb());
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return GetItemResponse.builder().item(Objects.requireNonNull(stored).attributes()).build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      queries.add(request);
      var there =
          found.stream().filter(item -> partition(request).equals(item.get("pk").s())).toList();
      return QueryResponse.builder().items(there).build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      if (refusal != null) {
        throw Objects.requireNonNull(refusal);
      }
      return TransactWriteItemsResponse.builder().build();
    }
  }
}
