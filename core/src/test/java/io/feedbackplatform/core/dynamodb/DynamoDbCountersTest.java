package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.tenant.TenantId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What a real table does and DynamoDB Local does not: it cancels transactions that collide. */
class DynamoDbCountersTest {

  private static final String NONE = "None";
  private static final String COUNTED = "ConditionalCheckFailed";
  private static final String CONFLICT = "TransactionConflict";
  private static final CounterKey TOTAL = new CounterKey(new Scope.Tenant(), new Bucket.Total());

  private final TenantId tenant = TenantId.random();
  private final List<List<TransactWriteItem>> transactions = new ArrayList<>();
  private final Deque<List<String>> cancellations = new ArrayDeque<>();
  private final Counters counters =
      new DynamoDbCounters(
          new DynamoDbTable(client(), "analytics"),
          new MutableClock(TestObjects.NOW),
          new Backoff(Duration.ofNanos(1)));

  @Test
  void triesAgainWhenTransactionsCollide() {
    IntStream.range(0, 7).forEach(i -> cancel(NONE, CONFLICT));

    counters.count(tenant, List.of(event("a", 5)));

    assertThat(transactions).hasSize(8);
    assertThat(transactions).allSatisfy(actions -> assertThat(fives(actions)).isEqualTo(1));
  }

  @Test
  void leavesEventsToTheNextDeliveryWhenTheyCollideAgainAndAgain() {
    IntStream.range(0, 100).forEach(i -> cancel(NONE, CONFLICT));

    assertThatThrownBy(() -> counters.count(tenant, List.of(event("a", 5))))
        .isInstanceOf(TransactionCanceledException.class);
  }

  @Test
  void addsOnlyWhatWasNotCountedBefore() {
    cancel(COUNTED, NONE, CONFLICT, NONE);
    cancel(NONE, COUNTED, CONFLICT);

    counters.count(tenant, List.of(event("a", 5), event("b", 5), event("c", 5)));

    assertThat(transactions).hasSize(3);
    assertThat(fives(transactions.getLast())).isEqualTo(1);
    assertThat(ledgerRows(transactions.getLast())).containsExactly("T#" + tenant + "#L#b");
  }

  @Test
  void writesNothingMoreWhenAllWasCountedBefore() {
    cancel(COUNTED, COUNTED, NONE);

    counters.count(tenant, List.of(event("a", 5), event("b", 5)));

    assertThat(transactions).hasSize(1);
  }

  @Test
  void fillsATransactionToItsLastAction() {
    var together = IntStream.range(0, 99).mapToObj(i -> event("event" + i, 5)).toList();
    var oneMore = IntStream.range(0, 100).mapToObj(i -> event("more" + i, 5)).toList();

    counters.count(tenant, together);
    counters.count(tenant, oneMore);

    assertThat(transactions).extracting(List::size).containsExactly(100, 100, 2);
    assertThat(transactions).extracting(DynamoDbCountersTest::fives).containsExactly(99L, 99L, 1L);
  }

  @Test
  void keepsALedgerOfEventsThatTakeBackEachOther() {
    var added = event("a", 5);
    var taken = new CountedEvent("b", Map.of(TOTAL, Counts.ofOne(5, Sentiment.POSITIVE).negated()));

    counters.count(tenant, List.of(added, taken));

    assertThat(transactions).hasSize(1);
    assertThat(transactions.getFirst()).hasSize(2);
    assertThat(ledgerRows(transactions.getFirst())).hasSize(2);
  }

  @Test
  void splitsEventsThatTouchManyCounters() {
    var events = IntStream.range(0, 40).mapToObj(this::eventOfItsOwnHours).toList();

    counters.count(tenant, events);

    assertThat(transactions).allSatisfy(actions -> assertThat(actions).hasSizeLessThan(101));
    assertThat(transactions.stream().mapToLong(DynamoDbCountersTest::fives).sum()).isEqualTo(120);
  }

  private void cancel(String... reasons) {
    cancellations.add(Arrays.asList(reasons));
  }

  private static CountedEvent event(String id, int rating) {
    return new CountedEvent(id, Map.of(TOTAL, Counts.ofOne(rating, Sentiment.POSITIVE)));
  }

  private CountedEvent eventOfItsOwnHours(int number) {
    var difference = new HashMap<CounterKey, Counts>();
    for (int hour = 0; hour < 3; hour++) {
      var start =
          Granularity.HOUR.plus(Granularity.HOUR.startOf(TestObjects.NOW), number * 3L + hour);
      difference.put(
          new CounterKey(new Scope.Tenant(), new Bucket.Period(Granularity.HOUR, start)),
          Counts.ofOne(5, Sentiment.POSITIVE));
    }
    return new CountedEvent("hours" + number, difference);
  }

  private static long fives(List<TransactWriteItem> actions) {
    return actions.stream()
        .filter(action -> action.update() != null)
        .mapToLong(action ->
            Long.parseLong(action.update().expressionAttributeValues().get(":rated5").n()))
        .sum();
  }

  private static List<String> ledgerRows(List<TransactWriteItem> actions) {
    return actions.stream()
        .filter(action -> action.put() != null)
        .map(action -> action.put().item().get(TableLayout.PARTITION_KEY).s())
        .toList();
  }

  /** Takes down each transaction, and cancels it while there are cancellations left. */
  private DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("transactWriteItems")) {
                throw new UnsupportedOperationException(method.getName());
              }
              var builder = TransactWriteItemsRequest.builder();
              @SuppressWarnings("unchecked")
              var filler = (Consumer<TransactWriteItemsRequest.Builder>) arguments[0];
              filler.accept(builder);
              transactions.add(builder.build().transactItems());
              if (cancellations.isEmpty()) {
                return TransactWriteItemsResponse.builder().build();
              }
              throw TransactionCanceledException.builder()
                  .cancellationReasons(
                      cancellations.remove().stream()
                          .map(code -> CancellationReason.builder().code(code).build())
                          .toList())
                  .build();
            });
  }
}
