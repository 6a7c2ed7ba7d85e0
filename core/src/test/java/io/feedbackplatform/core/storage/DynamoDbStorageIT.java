package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.audit.AuditVerdict.Broken;
import io.feedbackplatform.core.audit.AuditVerdict.Fault;
import io.feedbackplatform.core.audit.VerifyAudit;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.ForgedAudit;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.isolation.TenantRecorder;
import io.feedbackplatform.core.isolation.WatchedStorage;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class DynamoDbStorageIT extends StorageContracts {

  private static final TableNames NAMES = TableNames.ofStage("storage-it");

  private static final TenantRecorder RECORDER = new TenantRecorder();
  private static final Set<String> CALLS = new ConcurrentSkipListSet<>();

  private static final ForgedAudit AUDIT =
      new ForgedAudit(LocalDynamoDb.shared().client(), NAMES.tenants());

  /** What a removal queries by name, and what it finds by that. */
  private static final String REMOVED_OR_LOOK_UP =
      "T#\\w{26}#(|AUDIT|[FO]#\\d+|A#\\w+)|R#(TENANTS|REMOVALS)|(AK|K|O|V)#.*";

  private static DynamoDbClient client;

  @BeforeAll
  static void createTables() {
    try (var administrator = LocalDynamoDb.shared().client()) {
      LocalDynamoDb.createTables(administrator, NAMES);
    }
    client = recordedBy(RECORDER);
  }

  /** Every request of every contract is for the tenant of the call that it is made in. */
  @AfterAll
  static void keptTenantsApart() {
    System.out.printf(
        "%,d accesses in %d calls, %,d of them look-ups, %d faults%n",
        RECORDER.accesses(), CALLS.size(), RECORDER.lookUps(), RECORDER.faults().size());
    assertThat(RECORDER.faults()).isEmpty();
    assertThat(RECORDER.accesses()).isGreaterThan(RECORDER.lookUps());
  }

  /**
   * No contract leaves an item that the removal of its tenant would miss: it is in a partition that
   * can be told, or expires by itself before the tenant's grave is dug, or has a look-up of its
   * own.
   */
  @AfterAll
  static void keepsNothingThatOutlivesItsTenant() {
    var expiring = new TreeSet<String>();
    try (var administrator = LocalDynamoDb.shared().client()) {
      Stream.of(NAMES.feedback(), NAMES.analytics(), NAMES.tenants())
          .flatMap(
              table -> administrator.scanPaginator(scan -> scan.tableName(table)).items().stream())
          .filter(item -> !item.get("pk").s().matches(REMOVED_OR_LOOK_UP))
          .forEach(item -> {
            var partition = item.get("pk").s();
            assertThat(partition).matches("T#\\w{26}#[A-Z]#.*");
            assertThat(item).as(partition).containsKey("expiresAt");
            expiring.add(partition.substring(29, 31));
          });
    }
    assertThat(expiring).containsExactly("I#", "L#", "P#", "R#");
  }

  @Override
  protected Storage at(MutableClock clock) {
    return WatchedStorage.of(
        new DynamoDbStorage(client, NAMES, clock), call -> CALLS.add(call.name()));
  }

  @Override
  protected void forge(Storage storage, TenantId of, long sequence, @Nullable AuditEntry entry) {
    AUDIT.forge(of, sequence, entry);
  }

  @Override
  protected void forge(Storage storage, TenantId of, AuditHead head) {
    AUDIT.forge(of, head);
  }

  private static DynamoDbClient recordedBy(TenantRecorder recorder) {
    return LocalDynamoDb.shared()
        .clientBuilder()
        .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(recorder))
        .build();
  }

  @Nested
  class RecordingIT {

    @Test
    void noticesAStoreThatReadsForAnotherTenantAndOneThatScans() {
      var recorder = new TenantRecorder();
      var own = TenantId.random();
      var other = TenantId.random();
      try (var wayward = recordedBy(recorder)) {
        var store = new DynamoDbStorage(wayward, NAMES, Clock.systemUTC());
        var storage =
            WatchedStorage.of(
                store,
                call -> {
                  switch (call.name()) {
                    case "Tenants.find" -> store.tenants().find(other);
                    case "Sites.list" -> wayward.scan(scan -> scan.tableName(NAMES.tenants()));
                    default -> {}
                  }
                });

        storage.members().find(own, new UserId("ada"));
        assertThat(recorder.faults()).isEmpty();
        storage.tenants().find(own);
        assertThat(recorder.faults()).singleElement().asString().contains("leaves the tenant");
        storage.sites().list(own);
        assertThat(recorder.faults()).hasSize(2).last().asString().contains("ScanRequest");
      }
    }

    @Test
    void seesASignOfLife() {
      at(new MutableClock(TestObjects.NOW)).check();
    }
  }

  /** Runs after all others, so that a call that no contract makes does not go unwatched. */
  @Nested
  @Order(Integer.MAX_VALUE)
  class CompletenessIT {

    @Test
    void seesEveryCallThatThereIs() {
      assertThat(CALLS).isEqualTo(WatchedStorage.calls());
    }
  }

  @Nested
  class RuinedChainIT extends StorageContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }

    @Test
    void showsWhatIsNoEntry() {
      for (var user : new String[] {"a", "b", "c"}) {
        storage
            .members()
            .add(
                tenant,
                new Member(new UserId(user), Role.VIEWER, TestObjects.NOW),
                Actor.platform());
      }

      AUDIT.ruin(tenant, 2);

      assertThat(new VerifyAudit(storage.audit()).verify(tenant))
          .isEqualTo(new Broken(2, Fault.UNREADABLE));
    }
  }
}
