package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/**
 * Every contract of a storage, for each storage that there is: a new port has its contract here.
 */
public abstract class StorageContracts {

  protected abstract Storage at(MutableClock clock);

  /** Changes what is stored of a chain, past all rules; null removes. */
  protected abstract void forge(
      Storage storage, TenantId of, long sequence, @Nullable AuditEntry entry);

  protected abstract void forge(Storage storage, TenantId of, AuditHead head);

  @Nested
  class Tenants extends TenantsContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Operators extends OperatorContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Sites extends SitesContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class SiteKeys extends SiteKeysContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class ApiKeys extends ApiKeysContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Members extends MembersContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Invitations extends InvitationsContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Audit extends AuditContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }

    @Override
    protected void forge(TenantId of, long sequence, @Nullable AuditEntry entry) {
      StorageContracts.this.forge(storage, of, sequence, entry);
    }

    @Override
    protected void forge(TenantId of, AuditHead head) {
      StorageContracts.this.forge(storage, of, head);
    }
  }

  @Nested
  class FeedbackStore extends FeedbackStoreContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Assessments extends AssessmentContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Filters extends FilterContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Newest extends NewestContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Spam extends SpamContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Analytics extends AnalyticsContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Fences extends FencesContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Recounts extends RecountContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class RecountOrders extends RecountOrdersContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Buckets extends BucketsContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }

  @Nested
  class Notices extends NoticesContract {
    @Override
    protected Storage storage() {
      return at(clock);
    }
  }
}
