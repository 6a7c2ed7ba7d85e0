package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.operator.GrantOperator;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class GrantInUseIT {

  private static final Actor OPERATOR = Actor.operator("grace", "192.0.2.7");
  private static final TableNames NAMES = TableNames.ofStage("grant-in-use-it");

  private final MutableClock clock = new MutableClock(TestObjects.NOW);

  @Test
  void keepsAUseThatIsNotedWhileTheGrantEnds() {
    var meanwhile = new AtomicReference<Runnable>(() -> {});
    try (var client = LocalDynamoDb.shared().client();
        var interrupted =
            LocalDynamoDb.shared()
                .clientBuilder()
                .overrideConfiguration(configuration ->
                    configuration.addExecutionInterceptor(beforeWriting(meanwhile)))
                .build()) {
      LocalDynamoDb.createTables(client, NAMES);
      var storage = new DynamoDbStorage(client, NAMES, clock);
      var ending = new DynamoDbStorage(interrupted, NAMES, clock).operatorGrants();
      var tenant = TestObjects.tenant();
      storage.tenants().create(tenant);
      var grants = storage.operatorGrants();
      var grant =
          new GrantOperator(grants, clock)
              .grant(tenant.id(), OPERATOR, "Ticket 4711", Duration.ofMinutes(30));
      meanwhile.set(() -> grants.noteUse(tenant.id(), grant.id()));

      var ended = ending.end(tenant.id(), grant.id(), OPERATOR);

      assertThat(grants.list(tenant.id())).containsExactly(ended.usedAt(TestObjects.NOW));
    }
  }

  /** What is to happen between reading and writing, once. */
  private static ExecutionInterceptor beforeWriting(AtomicReference<Runnable> meanwhile) {
    return new ExecutionInterceptor() {
      @Override
      public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest) {
          meanwhile.getAndSet(() -> {}).run();
        }
      }
    };
  }
}
