package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every contract starts from: a storage to try, and two tenants of their own for each test.
 */
abstract class StorageContract {

  protected final MutableClock clock = new MutableClock(TestObjects.NOW);

  protected Storage storage;
  protected TenantId tenant;
  protected TenantId otherTenant;

  protected abstract Storage storage();

  @BeforeEach
  void createTenants() {
    storage = storage();
    tenant = created(TestObjects.tenant());
    otherTenant = created(TestObjects.tenant());
  }

  protected TenantId created(Tenant created) {
    storage.tenants().create(created);
    return created.id();
  }
}
