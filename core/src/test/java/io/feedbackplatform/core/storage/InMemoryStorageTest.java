package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

class InMemoryStorageTest {

  @Nested
  class TenantsTest extends TenantsContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class SitesTest extends SitesContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class ApiKeysTest extends ApiKeysContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class MembersTest extends MembersContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class InvitationsTest extends InvitationsContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class AuditTest extends AuditContract {
    private final InMemoryStorage inMemory = new InMemoryStorage(clock);

    @Override
    protected Storage storage() {
      return inMemory;
    }

    @Override
    protected void forge(TenantId of, long sequence, @Nullable AuditEntry entry) {
      inMemory.forgeableAudit().forge(of, sequence, entry);
    }

    @Override
    protected void forge(TenantId of, AuditHead head) {
      inMemory.forgeableAudit().forge(of, head);
    }
  }

  @Nested
  class FeedbackStoreTest extends FeedbackStoreContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class AnalyticsTest extends AnalyticsContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class BucketsTest extends BucketsContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class NoticesTest extends NoticesContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }
}
