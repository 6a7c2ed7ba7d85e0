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
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbStorageIT {

  private static final TableNames NAMES = TableNames.ofStage("storage-it");

  private static DynamoDbClient client;

  @BeforeAll
  static void createTables() {
    client = LocalDynamoDb.shared().client();
    LocalDynamoDb.createTables(client, NAMES);
  }

  private static Storage on(MutableClock clock) {
    return new DynamoDbStorage(client, NAMES, clock);
  }

  @Nested
  class TenantsIT extends TenantsContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class SitesIT extends SitesContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class MembersIT extends MembersContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class InvitationsIT extends InvitationsContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class AuditIT extends AuditContract {
    private final ForgedAudit stored = new ForgedAudit(client, NAMES.tenants());

    @Override
    protected Storage storage() {
      return on(clock);
    }

    @Override
    protected void forge(TenantId of, long sequence, @Nullable AuditEntry entry) {
      stored.forge(of, sequence, entry);
    }

    @Override
    protected void forge(TenantId of, AuditHead head) {
      stored.forge(of, head);
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

      stored.ruin(tenant, 2);

      assertThat(new VerifyAudit(storage.audit()).verify(tenant))
          .isEqualTo(new Broken(2, Fault.UNREADABLE));
    }
  }

  @Nested
  class FeedbackStoreIT extends FeedbackStoreContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class AnalyticsIT extends AnalyticsContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }
}
