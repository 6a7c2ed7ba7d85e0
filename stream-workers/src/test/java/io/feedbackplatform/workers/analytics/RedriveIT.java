package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.recount.Patience;
import io.feedbackplatform.core.recount.RecountTenant;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.sqs.LocalSqs;
import io.feedbackplatform.core.sqs.SqsParkedRecords;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.workers.recount.RedriveHandler;
import io.feedbackplatform.workers.recount.RedriveHandler.Answer;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** One record among a thousand that nobody can read: parked, mended, redriven. */
class RedriveIT {

  private static final int RECORDS = 1_000;
  private static final int BAD = 617;

  private final TableNames names = TableNames.ofStage("redrive-" + UUID.randomUUID());
  private final DynamoDbClient client = LocalDynamoDb.shared().client();
  private final SqsClient queues = LocalSqs.shared().client();
  private final String queue = LocalSqs.shared().queue("parked-" + UUID.randomUUID());
  private final SqsParkedRecords parked = new SqsParkedRecords(queues, queue);
  private final DynamoDbStorage storage = new DynamoDbStorage(client, names, Clock.systemUTC());
  private final AggregateHandler aggregator =
      new AggregateHandler(new Aggregator(storage.counters(), storage.fences(), parked));
  private final RedriveHandler redriver =
      new RedriveHandler(
          new RecountTenant(
              storage.recounts(),
              storage.sites(),
              storage.fences(),
              new Patience(Duration.ofMillis(20), Duration.ofSeconds(60))),
          parked);
  private final Tenant tenant = TestObjects.tenant();
  private final Site site = TestObjects.site("https://a.example");
  private final AtomicInteger delivered = new AtomicInteger();

  @BeforeEach
  void create() {
    LocalDynamoDb.createTables(client, names);
    storage.tenants().create(tenant);
    storage.sites().save(tenant.id(), site, Actor.platform());
  }

  @AfterEach
  void close() {
    client.close();
    queues.close();
  }

  @Test
  void isParkedWithoutItsBodyAndCountedWhenItIsMended() throws Exception {
    var bad = submit();

    try (var _ =
        new TablePump(LocalDynamoDb.shared().streamsClient(), names.feedback(), this::deliver)) {
      awaitCounted();
      assertThat(redrive()).isEqualTo(new Answer(0, 1, List.of(), List.of(tenant.id().value())));
      assertThat(total()).isEqualTo(RECORDS - 1);
      assertThat(waiting())
          .singleElement()
          .satisfies(message -> {
            assertThat(message).contains(tenant.id().value(), bad.id().value(), "unreadable");
            assertThat(message).doesNotContain("coffee", "mystery");
          });

      set(bad, "positive");
      awaitCounted();
      assertThat(redrive()).isEqualTo(new Answer(2, 0, List.of(tenant.id().value()), List.of()));
    }

    assertThat(total()).isEqualTo(RECORDS);
    assertThat(waiting()).isEmpty();
    assertThat(delivered.get()).isGreaterThan(RECORDS);
  }

  /** All but one as ever, and one as a later release might write it. */
  private Feedback submit() {
    var scratch = TestObjects.tenant();
    storage.tenants().create(scratch);
    var bad = TestObjects.feedback(site.id());
    for (int i = 0; i < RECORDS; i++) {
      if (i == BAD) {
        storage.feedback().create(scratch.id(), bad, null);
        var item =
            new HashMap<>(
                client
                    .getItem(
                        request -> request.tableName(names.feedback()).key(key(scratch, bad.id())))
                    .item());
        item.putAll(key(tenant, bad.id()));
        item.put("sentiment", AttributeValue.fromS("mystery"));
        client.putItem(request -> request.tableName(names.feedback()).item(item));
      } else {
        storage.feedback().create(tenant.id(), TestObjects.feedback(site.id()), null);
      }
    }
    return bad;
  }

  private void set(Feedback feedback, String sentiment) {
    client.updateItem(request ->
        request
            .tableName(names.feedback())
            .key(key(tenant, feedback.id()))
            .updateExpression("SET sentiment = :sentiment")
            .expressionAttributeValues(Map.of(":sentiment", AttributeValue.fromS(sentiment))));
  }

  private static Map<String, AttributeValue> key(Tenant of, FeedbackId id) {
    return Map.of(
        "pk", AttributeValue.fromS("T#" + of.id() + "#F#0"),
        "sk", AttributeValue.fromS(id.value()));
  }

  private void awaitCounted() {
    var fence = storage.fences().set(tenant.id());
    while (!storage.fences().isPassed(tenant.id(), fence)) {
      LockSupport.parkNanos(20_000_000);
    }
  }

  private void deliver(List<DynamodbStreamRecord> batch) {
    var event = new DynamodbEvent();
    event.setRecords(batch);
    assertThat(aggregator.handleRequest(event, context()).getBatchItemFailures()).isEmpty();
    delivered.addAndGet(batch.size());
  }

  private Answer redrive() {
    return redriver.handleRequest(Map.of(), context());
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

  private long total() {
    return storage.analytics().totals(tenant.id(), new Scope.Tenant()).counts().total();
  }

  /** What anybody who may read the queue sees; it stays there. */
  private List<String> waiting() {
    return queues
        .receiveMessage(request ->
            request
                .queueUrl(queue)
                .maxNumberOfMessages(10)
                .visibilityTimeout(0)
                .messageAttributeNames("All"))
        .messages()
        .stream()
        .map(Message::toString)
        .toList();
  }
}
