package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All tenants that there are, and what is left of those that were removed: for operators, who are
 * of no tenant. It changes in one step with the tenants.
 */
public interface TenantRegister {

  /**
   * In the order of their ids.
   *
   * @param after the tenant that the page before ended with, or null for the first page
   */
  List<RegisteredTenant> list(int limit, @Nullable TenantId after);

  Optional<RegisteredTenant> find(TenantId tenant);
}
