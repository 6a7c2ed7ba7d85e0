package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.dynamodb.DynamoDbDecorator;
import io.feedbackplatform.core.dynamodb.HeapDynamoDb;
import io.feedbackplatform.core.dynamodb.PromptCounters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** One batch, ended at each of its requests in turn, and delivered again. */
class KilledTest {

  private static final String TABLE = "analytics";

  private final History history = new History(1, 1_500, 4);
  private final List<DynamodbStreamRecord> before = history.records.subList(0, 700);
  private final List<DynamodbStreamRecord> batch = history.records.subList(700, 1_500);

  @Test
  void endsAsWithoutTheKillWhereverItCame() {
    var whole = new HeapDynamoDb();
    deliver(whole, before);
    var counted = new Killing(whole, Integer.MAX_VALUE, true);
    deliver(counted, batch);
    assertThat(PlainRecount.stored(whole.items(TABLE))).isEqualTo(PlainRecount.of(history));
    assertThat(counted.calls).isGreaterThan(12);

    for (int k = 1; k <= counted.calls; k++) {
      for (boolean done : List.of(false, true)) {
        var heap = new HeapDynamoDb();
        deliver(heap, before);
        var killing = new Killing(heap, k, done);
        assertThatThrownBy(() -> deliver(killing, batch)).isInstanceOf(FaultyDynamoDb.Crash.class);
        deliver(heap, batch);

        assertThat(state(heap)).as("killed at %d, done: %s", k, done).isEqualTo(state(whole));
      }
    }
  }

  private static void deliver(DynamoDbClient client, List<DynamodbStreamRecord> records) {
    var counters = PromptCounters.on(client, TABLE, new MutableClock(TestObjects.NOW));
    assertThat(Deliveries.aggregatorOf(counters).count(records)).isEmpty();
  }

  /** All counts, and what each slot of the ledger names, on however many writes. */
  private static Map<String, Object> state(HeapDynamoDb heap) {
    var state = new TreeMap<String, Object>(PlainRecount.stored(heap.items(TABLE)));
    for (var item : heap.items(TABLE)) {
      if (item.containsKey("events")) {
        var slot = (TreeSet<?>) state.computeIfAbsent(item.get("pk").s(), key -> new TreeSet<>());
        @SuppressWarnings("unchecked")
        var marks = (TreeSet<String>) slot;
        item.get("events").bs().forEach(mark -> assertThat(marks.add(mark.toString())).isTrue());
      }
    }
    return state;
  }

  /** Ends the process at one request, before or after it takes effect. */
  private static final class Killing extends DynamoDbDecorator {

    private final int deadly;
    private final boolean done;
    private int calls;

    Killing(DynamoDbClient client, int deadly, boolean done) {
      super(client);
      this.deadly = deadly;
      this.done = done;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      return call(() -> super.batchGetItem(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      return call(() -> super.query(request));
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      return call(() -> super.transactWriteItems(request));
    }

    private <R> R call(Supplier<R> request) {
      calls++;
      if (calls == deadly && !done) {
        throw new FaultyDynamoDb.Crash("before");
      }
      var response = request.get();
      if (calls == deadly) {
        throw new FaultyDynamoDb.Crash("after");
      }
      return response;
    }
  }
}
