package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import org.junit.jupiter.api.Test;

abstract class TenantsContract extends StorageContract {

  @Test
  void findsWhatWasCreated() {
    var created = new Tenant(TenantId.random(), "Fabrikam", 7, 0, TestObjects.NOW);

    storage.tenants().create(created);

    assertThat(storage.tenants().find(created.id())).contains(created);
  }

  @Test
  void keepsTheFirstWhenATenantIsCreatedTwice() {
    var first = TestObjects.tenant();
    storage.tenants().create(first);

    storage
        .tenants()
        .create(new Tenant(first.id(), "Usurper", 3, 1, TestObjects.NOW.plusSeconds(1)));

    assertThat(storage.tenants().find(first.id())).contains(first);
  }

  @Test
  void doesNotFindATenantThatWasNeverCreated() {
    assertThat(storage.tenants().find(TenantId.random())).isEmpty();
    assertThat(storage.tenants().find(tenant)).isPresent();
  }
}
