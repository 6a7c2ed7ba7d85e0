package io.feedbackplatform.workers.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.Context;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.operator.RemoveTenants;
import io.feedbackplatform.core.operator.RemoveTenants.Report;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class RemoveTenantsHandlerIT {

  private static final Duration PLENTY = Duration.ofMinutes(10);

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final TableNames names = TableNames.ofStage("remover-" + UUID.randomUUID());
  private final DynamoDbClient client = LocalDynamoDb.shared().client();
  private final DynamoDbStorage storage = new DynamoDbStorage(client, names, clock);
  private final RemoveTenantsHandler handler =
      new RemoveTenantsHandler(new RemoveTenants(storage.tenantRemovals()));

  @BeforeEach
  void createTables() {
    LocalDynamoDb.createTables(client, names);
  }

  @AfterEach
  void closeClient() {
    client.close();
  }

  @Test
  void removesTenantsThatAreDueAndNoOthers() {
    var due = scheduled(1);
    var later = scheduled(2);
    clock.advance(Duration.ofDays(1));

    assertThat(run(PLENTY)).isEqualTo(new Report(0, 1));
    clock.advance(Duration.ofDays(7));
    assertThat(run(PLENTY)).isEqualTo(new Report(1, 1));

    assertThat(storage.tenantRegister().find(due))
        .get()
        .isInstanceOf(RegisteredTenant.Removed.class);
    assertThat(storage.tenants().find(later)).isPresent();
  }

  @Test
  void leavesToTheNextRunWhatItHasNoTimeFor() {
    var due = scheduled(1);
    clock.advance(Duration.ofDays(30));

    assertThat(run(Duration.ofSeconds(30))).isEqualTo(new Report(0, 1));

    assertThat(storage.tenants().find(due).orElseThrow().deletion().startedAt()).isNull();
  }

  /** Else its errors would be none, and nobody told. */
  @Test
  void failsWhenTheTablesDo() {
    client.deleteTable(request -> request.tableName(names.tenants()));

    assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> run(PLENTY));
  }

  private TenantId scheduled(int graceDays) {
    var tenant = TestObjects.tenant();
    storage.tenants().create(tenant);
    storage
        .tenants()
        .change(
            tenant.id(),
            new TenantChange.ScheduleDeletion(graceDays),
            Actor.operator("grace", null));
    return tenant.id();
  }

  private Report run(Duration remaining) {
    var context =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, none) ->
                    method.getName().equals("getRemainingTimeInMillis")
                        ? (Object) Math.toIntExact(remaining.toMillis())
                        : "request");
    return handler.handleRequest(Map.of(), context);
  }
}
