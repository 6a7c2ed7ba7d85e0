package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.OutOfTime;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the counters write and how they go on when a table refuses. */
class DynamoDbCountersTest {

  private static final CounterKey TOTAL = new CounterKey(new Scope.Tenant(), new Bucket.Total());
  private static final Counts FIVE_STARS = Counts.ofOne(5, Sentiment.POSITIVE);
  private static final Instant AT = Instant.parse("2026-11-22T17:30:47.123Z");

  private final TenantId tenant = TenantId.random();
  private final HeapDynamoDb heap = new HeapDynamoDb();
  private final List<List<TransactWriteItem>> transactions = new ArrayList<>();
  private final Deque<DynamoDbException> refusals = new ArrayDeque<>();
  private final Counters counters = on(new Recording());

  @Test
  void writesOnePageAndEachCounterOnceForManyEvents() {
    counters.count(tenant, List.of(event("a"), event("b"), event("c")));

    assertThat(transactions).hasSize(1);
    assertThat(transactions.getFirst()).hasSize(2);
    assertThat(stored("A#all", "total")).containsEntry("rated5", number(3));
    assertThat(stored("A#all", "total")).containsEntry("version", number(1));
    var page = stored("L#2026-11-22T17:30:40Z", "000000");
    assertThat(page.get("events").bs()).hasSize(3);
    assertThat(page.get("expiresAt").n())
        .isEqualTo(Long.toString(TestObjects.NOW.plus(Duration.ofHours(48)).getEpochSecond()));
  }

  @Test
  void keepsEventsOfOtherTenSecondsOnOtherPages() {
    counters.count(tenant, List.of(event("a", AT), event("b", AT.plusSeconds(3))));

    assertThat(transactions).hasSize(1);
    assertThat(stored("L#2026-11-22T17:30:40Z", "000000").get("events").bs()).hasSize(1);
    assertThat(stored("L#2026-11-22T17:30:50Z", "000000").get("events").bs()).hasSize(1);
  }

  @Test
  void keepsAPageForAnEventThatDoesNotSayWhenItWas() {
    counters.count(tenant, List.of(event("a", null)));
    counters.count(tenant, List.of(event("a", null), event("b", null)));

    assertThat(stored("A#all", "total")).containsEntry("total", number(2));
    assertThat(stored("L#a", "000000").get("events").bs()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 53, 54, 55, 107, 108, 109, 700})
  void goesOnWithAnotherPageWhereOneIsFullAndKnowsWhatIsOnAll(int together) {
    var events = IntStream.range(0, 1_000).mapToObj(i -> event("event" + i)).toList();

    for (int from = 0; from < events.size(); from += together) {
      var some = events.subList(from, Math.min(events.size(), from + together));
      counters.count(tenant, some);
      counters.count(tenant, some);
    }
    counters.count(tenant, events);

    assertThat(stored("A#all", "total")).containsEntry("total", number(1_000));
    var pages =
        heap.items("analytics").stream().filter(item -> item.containsKey("events")).toList();
    assertThat(pages).hasSize(19);
    assertThat(pages).allSatisfy(page -> assertThat(page.get("events").bs()).hasSizeLessThan(55));
  }

  @Test
  void readsThePagesAgainWhenSomebodyElseHasWrittenToThem() {
    var other = on(heap);
    var once =
        new Recording() {
          @Override
          public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (transactions.isEmpty()) {
              other.count(tenant, List.of(event("a"), event("c")));
            }
            return super.transactWriteItems(request);
          }
        };

    on(once).count(tenant, List.of(event("a"), event("b")));

    assertThat(transactions).hasSize(2);
    assertThat(stored("A#all", "total")).containsEntry("total", number(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError"})
  void triesAgainWhenATransactionIsRefusedForNow(String reason) {
    IntStream.range(0, 7).forEach(i -> refusals.add(canceled("None", reason)));

    counters.count(tenant, List.of(event("a")));

    assertThat(transactions).hasSize(8);
    assertThat(stored("A#all", "total")).containsEntry("total", number(1));
  }

  @Test
  void triesAgainWhenARequestIsThrottled() {
    refusals.add(
        ThrottlingException.builder()
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
            .statusCode(400)
            .build());

    counters.count(tenant, List.of(event("a")));

    assertThat(stored("A#all", "total")).containsEntry("total", number(1));
  }

  /** As after a time-out, which may come before the effect or after it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void countsOnceWhatNobodyKnowsTheEndOf(boolean done) {
    var once =
        new Recording() {
          @Override
          public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (transactions.isEmpty()) {
              if (done) {
                super.transactWriteItems(request);
              } else {
                transactions.add(request.transactItems());
              }
              throw ApiCallTimeoutException.create(3_000);
            }
            return super.transactWriteItems(request);
          }
        };

    var counted = new ArrayList<String>();
    var counting = on(once);
    counting.count(tenant, List.of(event("a"), event("b")), () -> true, counted::add);
    counting.count(tenant, List.of(event("a"), event("b")), () -> true, counted::add);

    assertThat(transactions).hasSize(done ? 1 : 2);
    assertThat(stored("A#all", "total")).containsEntry("total", number(2));
    assertThat(counted).containsExactly("a", "b");
  }

  /** A refusal says that nothing was done: what others count meanwhile is theirs to tell. */
  @Test
  void tellsNothingOfWhatOthersCountedWhileItWasRefused() {
    var other = on(heap);
    var once =
        new Recording() {
          @Override
          public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (transactions.isEmpty()) {
              other.count(tenant, List.of(event("a")));
            }
            return super.transactWriteItems(request);
          }
        };
    var counted = new ArrayList<String>();

    on(once).count(tenant, List.of(event("a"), event("b")), () -> true, counted::add);

    assertThat(counted).containsExactly("b");
  }

  @Test
  void triesAgainWhatIsTheServicesOwnFault() {
    refusals.add(InternalServerErrorException.builder().statusCode(500).build());

    counters.count(tenant, List.of(event("a")));

    assertThat(stored("A#all", "total")).containsEntry("total", number(1));
  }

  @Test
  void doesNotTryAgainWhenThereIsNoTime() {
    IntStream.range(0, 8).forEach(i -> refusals.add(canceled("None", "TransactionConflict")));

    assertThatThrownBy(() ->
            counters.count(
                tenant, List.of(event("a")), () -> transactions.size() < 3, counted -> {}))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(transactions).hasSize(3);
  }

  @Test
  void beginsNoTransactionWithoutTime() {
    var events = IntStream.range(0, 80).mapToObj(this::eventOfItsOwnHours).toList();
    var counted = new ArrayList<String>();

    assertThatThrownBy(
            () -> counters.count(tenant, events, () -> transactions.isEmpty(), counted::add))
        .isInstanceOf(OutOfTime.class);
    assertThat(transactions).hasSize(1);
    assertThat(counted).isNotEmpty().hasSizeLessThan(80);

    var rest = new ArrayList<String>();
    counters.count(tenant, events, () -> true, rest::add);
    assertThat(rest).doesNotContainAnyElementsOf(counted).hasSize(80 - counted.size());
  }

  @Test
  void leavesEventsToTheNextDeliveryWhenTheyAreRefusedAgainAndAgain() {
    IntStream.range(0, 100).forEach(i -> refusals.add(canceled("None", "TransactionConflict")));

    assertThatThrownBy(() -> counters.count(tenant, List.of(event("a"))))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(transactions).hasSize(8);
  }

  @Test
  void doesNotTryAgainWhatCannotSucceed() {
    refusals.add(canceled("ValidationError", "None"));

    assertThatThrownBy(() -> counters.count(tenant, List.of(event("a"))))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(transactions).hasSize(1);
  }

  @Test
  void writesNothingMoreWhenAllWasCountedBefore() {
    counters.count(tenant, List.of(event("a"), event("b")));
    counters.count(tenant, List.of(event("b"), event("a")));

    assertThat(transactions).hasSize(1);
  }

  @Test
  void notesOnAPageWhatNoCounterNotices() {
    var spam = new CountedEvent("a", AT, List.of());
    var counted = new ArrayList<String>();

    counters.count(tenant, List.of(spam), () -> true, counted::add);
    counters.count(tenant, List.of(spam), () -> true, counted::add);

    assertThat(transactions).extracting(List::size).containsExactly(1);
    assertThat(stored("L#2026-11-22T17:30:40Z", "000000").get("events").bs()).hasSize(1);
    assertThat(counted).containsExactly("a");
  }

  @Test
  void raisesTheVersionOfACounterWhoseEventsTakeBackEachOther() {
    var taken =
        new CountedEvent("b", AT, List.of(CounterChange.counted(TOTAL, FIVE_STARS.negated())));

    counters.count(tenant, List.of(event("a"), taken));

    assertThat(stored("L#2026-11-22T17:30:40Z", "000000").get("events").bs()).hasSize(2);
    assertThat(stored("A#all", "total")).containsEntry("version", number(1));
    assertThat(stored("A#all", "total")).doesNotContainKeys("total", "updatedAt");
  }

  @Test
  void keepsWhatExpiredBesideWhatIsCounted() {
    counters.count(tenant, List.of(event("a"), event("b")));
    counters.count(
        tenant,
        List.of(new CountedEvent("c", AT, List.of(CounterChange.expired(TOTAL, FIVE_STARS)))));

    var counter = CounterItem.toCounter(Item.of(stored("A#all", "total")));
    assertThat(counter.key()).isEqualTo(TOTAL);
    assertThat(counter.counts().total()).isEqualTo(2);
    assertThat(counter.expired()).isEqualTo(FIVE_STARS);
    assertThat(counter.live()).isEqualTo(FIVE_STARS);
    assertThat(counter.version()).isEqualTo(2);
  }

  @Test
  void splitsEventsThatTouchManyCountersAndFillsEachTransaction() {
    var events = IntStream.range(0, 80).mapToObj(this::eventOfItsOwnHours).toList();

    counters.count(tenant, events);

    assertThat(transactions).extracting(List::size).containsExactly(100, 98, 46);
    assertThat(heap.items("analytics").stream().filter(item -> item.containsKey("rated5")))
        .hasSize(240);
  }

  private CountedEvent eventOfItsOwnHours(int number) {
    var difference =
        IntStream.range(0, 3)
            .mapToObj(
                hour -> new Bucket.Hour(Instant.EPOCH.plusSeconds(3_600L * (3 * number + hour))))
            .map(
                hour -> CounterChange.counted(new CounterKey(new Scope.Tenant(), hour), FIVE_STARS))
            .toList();
    return new CountedEvent("hours" + number, AT, difference);
  }

  private static CountedEvent event(String id) {
    return event(id, AT);
  }

  private static CountedEvent event(String id, Instant at) {
    return new CountedEvent(id, at, List.of(CounterChange.counted(TOTAL, FIVE_STARS)));
  }

  private Map<String, AttributeValue> stored(String partition, String sort) {
    return heap.getItem(request ->
            request
                .key(new Key(Key.of(tenant) + partition, sort).attributes())
                .tableName("analytics"))
        .item();
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static TransactionCanceledException canceled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            List.of(codes).stream()
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .build();
  }

  private static Counters on(DynamoDbClient client) {
    return new DynamoDbCounters(
        new DynamoDbTable(client, "analytics"),
        new MutableClock(TestObjects.NOW),
        new Backoff(Duration.ofNanos(1)));
  }

  /** Takes down each transaction, and refuses it while there are refusals left. */
  private class Recording extends DynamoDbDecorator {

    Recording() {
      super(heap);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      transactions.add(request.transactItems());
      if (!refusals.isEmpty()) {
        throw refusals.remove();
      }
      return super.transactWriteItems(request);
    }
  }
}
