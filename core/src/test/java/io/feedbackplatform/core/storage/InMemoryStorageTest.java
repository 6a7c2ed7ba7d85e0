package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;

class InMemoryStorageTest extends StorageContracts {

  @Override
  protected Storage at(MutableClock clock) {
    return new InMemoryStorage(clock);
  }

  @Override
  protected void forge(Storage storage, TenantId of, long sequence, @Nullable AuditEntry entry) {
    ((InMemoryStorage) storage).forgeableAudit().forge(of, sequence, entry);
  }

  @Override
  protected void forge(Storage storage, TenantId of, AuditHead head) {
    ((InMemoryStorage) storage).forgeableAudit().forge(of, head);
  }
}
