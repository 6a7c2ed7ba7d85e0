package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.recount.CarryOutRecount;
import io.feedbackplatform.core.recount.OrderRecount;
import io.feedbackplatform.core.recount.OrderedRecount;
import io.feedbackplatform.core.recount.OrderedRecount.State;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.recount.RecountResult;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sqs.LocalSqs;
import io.feedbackplatform.core.sqs.SqsParkedRecords;
import io.feedbackplatform.core.sqs.SqsRecountQueue;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.workers.recount.RecountHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A recount on its way: ordered, queued, carried out beside a table whose changes are counted. */
class OrderedRecountIT {

  private static final CounterKey TOTAL = new CounterKey(new Scope.Tenant(), new Bucket.Total());
  private static final Counts FIVE = Counts.ofOne(5, Sentiment.POSITIVE);

  private final TableNames names = TableNames.ofStage("ordered-" + UUID.randomUUID());
  private final DynamoDbClient client = LocalDynamoDb.shared().client();
  private final SqsClient queues = LocalSqs.shared().client();
  private final String queue = LocalSqs.shared().queue("recounts-" + UUID.randomUUID());
  private final DynamoDbStorage storage = new DynamoDbStorage(client, names, Clock.systemUTC());
  private final AggregateHandler aggregator =
      new AggregateHandler(
          new Aggregator(
              storage.counters(),
              storage.fences(),
              new SqsParkedRecords(queues, LocalSqs.shared().queue("parked-ordered"))));
  private final RecountHandler handler =
      new RecountHandler(
          new CarryOutRecount(
              storage.recountOrders(),
              new RecountTenant(
                  storage.recounts(),
                  storage.sites(),
                  storage.fences(),
                  new Patience(Duration.ofMillis(20), Duration.ofSeconds(60)))));
  private final OrderRecount orders =
      new OrderRecount(
          storage.recountOrders(), new SqsRecountQueue(queues, queue), Clock.systemUTC());
  private final Tenant tenant = TestObjects.tenant();

  @BeforeEach
  void create() {
    LocalDynamoDb.createTables(client, names);
    storage.tenants().create(tenant);
    var wrong = CounterChange.counted(TOTAL, FIVE);
    storage
        .counters()
        .count(tenant.id(), List.of(new CountedEvent("made up", null, List.of(wrong))));
  }

  @AfterEach
  void close() {
    client.close();
    queues.close();
  }

  @Test
  void findsWhatDoesNotFitAndRepairsItWhenItIsToldTo() throws Exception {
    try (var _ =
        new TablePump(LocalDynamoDb.shared().streamsClient(), names.feedback(), this::deliver)) {
      assertThat(carriedOut(false).drift())
          .containsExactly(new RecountResult.Drift(TOTAL, FIVE, false));
      assertThat(carriedOut(true).drift())
          .containsExactly(new RecountResult.Drift(TOTAL, FIVE, true));
      assertThat(carriedOut(false).isExact()).isTrue();
    }
  }

  private RecountResult carriedOut(boolean repair) {
    var order = orders.order(tenant.id(), repair, Actor.operator("grace", null));
    var bodies = received();
    assertThat(bodies).hasSize(1);

    handler.handleRequest(event(bodies.getFirst()), context());

    var carriedOut = find(order.id());
    assertThat(carriedOut.stateAt(Clock.systemUTC().instant())).isEqualTo(State.DONE);
    // A queue may deliver twice: what is over stays as it is.
    handler.handleRequest(event(bodies.getFirst()), context());
    assertThat(find(order.id())).isEqualTo(carriedOut);
    return carriedOut.result();
  }

  @Test
  void comesAgainWhereItsOrderIsNotYetToBeSeen() {
    var early = event(tenant.id() + " " + RecountId.next());

    assertThatThrownBy(() -> handler.handleRequest(early, context()))
        .isInstanceOf(DomainException.NotFound.class);
  }

  private OrderedRecount find(RecountId id) {
    return storage.recountOrders().find(tenant.id(), id).orElseThrow();
  }

  private List<String> received() {
    return queues
        .receiveMessage(
            request -> request.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(5))
        .messages()
        .stream()
        .peek(message ->
            queues.deleteMessage(
                request -> request.queueUrl(queue).receiptHandle(message.receiptHandle())))
        .map(message -> message.body())
        .toList();
  }

  private static SQSEvent event(String body) {
    var message = new SQSMessage();
    message.setBody(body);
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }

  private void deliver(List<DynamodbStreamRecord> batch) {
    var event = new DynamodbEvent();
    event.setRecords(batch);
    assertThat(aggregator.handleRequest(event, context()).getBatchItemFailures()).isEmpty();
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, none) ->
                method.getName().equals("getRemainingTimeInMillis")
                    ? (Object) Math.toIntExact(Duration.ofMinutes(15).toMillis())
                    : "request");
  }
}
