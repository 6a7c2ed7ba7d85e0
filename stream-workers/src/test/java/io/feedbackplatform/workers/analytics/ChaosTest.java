package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.dynamodb.HeapDynamoDb;
import io.feedbackplatform.core.dynamodb.PromptCounters;
import io.feedbackplatform.core.dynamodb.UnconditionalDynamoDb;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counting when everything goes wrong at once. The number decides what happens to the feedback and
 * how the stream is cut; which faults meet which requests differs from run to run.
 */
class ChaosTest {

  private static final int HISTORIES = 100;
  private static final int RECORDS = 10_000;
  private static final int TENANTS = 50;
  private static final int MOST_TOGETHER = 1_000;
  private static final String TABLE = "analytics";

  @Test
  void countsEachRecordOnceWhateverGoesWrong() {
    var crashed = new TreeSet<String>();
    LongStream.range(0, HISTORIES)
        .forEach(number -> {
          var history = new History(number, RECORDS, TENANTS);
          var heap = new HeapDynamoDb();
          var faulty = new FaultyDynamoDb(heap);

          deliver(history, faulty, number);

          var stored = PlainRecount.stored(heap.items(TABLE));
          var recount = PlainRecount.of(history);
          assertThat(PlainRecount.drift(stored, recount)).as("history %d", number).isZero();
          assertThat(stored).isEqualTo(recount).isNotEmpty();
          assertThat(stored.values()).allSatisfy(ChaosTest::isNowhereNegative);
          crashed.addAll(faulty.crashed());
        });
    assertThat(crashed).isEqualTo(FaultyDynamoDb.SITES);
  }

  @Test
  void driftsWithoutTheLedgersCondition() {
    LongStream.range(0, 5)
        .forEach(number -> {
          var history = new History(number, RECORDS, TENANTS);
          var heap = new HeapDynamoDb();

          deliver(history, new FaultyDynamoDb(new UnconditionalDynamoDb(heap)), number);

          assertThat(
                  PlainRecount.drift(
                      PlainRecount.stored(heap.items(TABLE)), PlainRecount.of(history)))
              .as("history %d", number)
              .isPositive();
        });
  }

  private static void deliver(History history, DynamoDbClient client, long number) {
    new Deliveries(history.records, MOST_TOGETHER, number)
        .deliver(PromptCounters.on(client, TABLE, new MutableClock(TestObjects.NOW)));
  }

  /** The sum of scores may be: sentiment is. */
  private static void isNowhereNegative(Map<String, Long> counter) {
    assertThat(counter)
        .allSatisfy((part, count) ->
            assertThat(part.endsWith("score") || count > 0).as("%s %d", part, count).isTrue());
  }
}
