package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.dynamodb.DynamoDbDecorator;
import io.feedbackplatform.core.dynamodb.HeapDynamoDb;
import io.feedbackplatform.core.dynamodb.PromptCounters;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.core.parking.ParkedRecord;
import io.feedbackplatform.core.parking.ParkedRecords;
import io.feedbackplatform.core.recount.Fence;
import io.feedbackplatform.core.recount.FenceMark;
import io.feedbackplatform.core.recount.Fences;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * One batch with a marker and a record that nobody can read, ended at each of its requests in turn,
 * and delivered again.
 */
class KilledTest {

  private static final String TABLE = "analytics";

  private final History history = new History(1, 1_500, 4);
  private final List<DynamodbStreamRecord> before = history.records.subList(0, 700);
  private final List<DynamodbStreamRecord> batch = batch();

  /** What outlives a process. */
  private static final class World {
    private final HeapDynamoDb heap = new HeapDynamoDb();
    private final Set<FenceMark> met = new HashSet<>();
    private final InMemoryParkedRecords parked = new InMemoryParkedRecords();
  }

  @Test
  void endsAsWithoutTheKillWhereverItCame() {
    var whole = new World();
    deliver(whole, unharmed(whole), before);
    var counted = unharmed(whole);
    deliver(whole, counted, batch);
    assertThat(PlainRecount.stored(whole.heap.items(TABLE))).isEqualTo(PlainRecount.of(history));
    assertThat(whole.met).hasSize(1);
    assertThat(whole.parked.waiting()).hasSize(1);
    assertThat(counted.calls).isGreaterThan(14);

    for (int k = 1; k <= counted.calls; k++) {
      for (boolean done : List.of(false, true)) {
        var world = new World();
        deliver(world, unharmed(world), before);
        var killing = new Killing(world.heap, k, done);
        assertThatThrownBy(() -> deliver(world, killing, batch))
            .isInstanceOf(FaultyDynamoDb.Crash.class);
        deliver(world, unharmed(world), batch);

        assertThat(state(world)).as("killed at %d, done: %s", k, done).isEqualTo(state(whole));
      }
    }
  }

  private List<DynamodbStreamRecord> batch() {
    var records = new ArrayList<>(history.records.subList(700, 1_500));
    var owner = records.getFirst().getDynamodb().getNewImage();
    var partition =
        (owner == null ? records.getFirst().getDynamodb().getOldImage() : owner).get("pk");
    records.add(
        300, inserted("marker", Map.of("pk", partition, "sk", text("FENCE#" + RandomId.next()))));
    records.add(500, inserted("unreadable", Map.of("pk", partition, "sk", text("?"))));
    return records;
  }

  private static DynamodbStreamRecord inserted(String id, Map<String, AttributeValue> image) {
    var made = new DynamodbStreamRecord();
    made.setEventID(id);
    made.setEventName("INSERT");
    made.setDynamodb(new StreamRecord().withSequenceNumber(id).withNewImage(image));
    return made;
  }

  private static AttributeValue text(String value) {
    return new AttributeValue().withS(value);
  }

  private static Killing unharmed(World world) {
    return new Killing(world.heap, Integer.MAX_VALUE, true);
  }

  private static void deliver(World world, Killing client, List<DynamodbStreamRecord> records) {
    var counters = PromptCounters.on(client, TABLE, new MutableClock(TestObjects.NOW));
    var aggregator = new Aggregator(counters, fences(world, client), parking(world, client));
    assertThat(aggregator.count(records)).isEmpty();
  }

  private static Fences fences(World world, Killing killing) {
    return new Fences() {
      @Override
      public void pass(TenantId tenant, FenceMark mark) {
        killing.call(() -> world.met.add(mark));
      }

      @Override
      public Fence set(TenantId tenant) {
        throw new UnsupportedOperationException();
      }

      @Override
      public boolean isPassed(TenantId tenant, Fence fence) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static ParkedRecords parking(World world, Killing killing) {
    return new ParkedRecords() {
      @Override
      public void park(ParkedRecord parked) {
        killing.call(() -> {
          world.parked.park(parked);
          return parked;
        });
      }

      @Override
      public List<Receipt> receive() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void release(Receipt received) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void remove(Receipt received) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /**
   * All counts, and what each slot of the ledger names, on however many writes; markers that were
   * met, and what is parked, however often.
   */
  private static Map<String, Object> state(World world) {
    var state = new TreeMap<String, Object>(PlainRecount.stored(world.heap.items(TABLE)));
    for (var item : world.heap.items(TABLE)) {
      if (item.containsKey("events")) {
        var slot = (TreeSet<?>) state.computeIfAbsent(item.get("pk").s(), key -> new TreeSet<>());
        @SuppressWarnings("unchecked")
        var marks = (TreeSet<String>) slot;
        item.get("events").bs().forEach(mark -> assertThat(marks.add(mark.toString())).isTrue());
      }
    }
    state.put("met", world.met);
    state.put("parked", Set.copyOf(world.parked.waiting()));
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
