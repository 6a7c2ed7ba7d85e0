package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.TenantSettings;
import io.feedbackplatform.core.tenant.TenantState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the register tells operators of a tenant. */
public sealed interface RegisteredTenant {

  TenantId id();

  /**
   * A tenant that is there.
   *
   * @param deletionDueAt when it is removed; absent unless that is scheduled
   */
  record Present(
      TenantId id,
      String name,
      Plan plan,
      TenantSettings settings,
      TenantState state,
      Instant createdAt,
      @Nullable Instant deletionDueAt)
      implements RegisteredTenant {

    public static Present of(Tenant tenant) {
      var deletion = tenant.deletion();
      return new Present(
          tenant.id(),
          tenant.name(),
          tenant.plan(),
          tenant.settings(),
          tenant.state(),
          tenant.createdAt(),
          deletion == null ? null : deletion.dueAt());
    }
  }

  /**
   * What is left of a tenant that was removed: nothing of its own.
   *
   * @param scheduledBy the id of the operator who decided it
   */
  record Removed(TenantId id, String scheduledBy, Instant scheduledAt, Instant removedAt)
      implements RegisteredTenant {}
}
