package io.feedbackplatform.core.assessment;

import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Orders assessments for the tenants that want them. */
public final class OrderAssessments {

  private final Function<TenantId, Optional<Tenant>> tenants;
  private final AssessmentOrders orders;

  /**
   * @param tenants how a tenant is as of now
   */
  public OrderAssessments(Function<TenantId, Optional<Tenant>> tenants, AssessmentOrders orders) {
    this.tenants = tenants;
    this.orders = orders;
  }

  /**
   * Places those of the orders whose tenants want them; reads each tenant once.
   *
   * @return how many were placed
   * @throws RuntimeException when not all of these are kept
   */
  public int order(List<AssessmentOrder> candidates) {
    var wanting = new HashMap<TenantId, Boolean>();
    var wanted =
        candidates.stream()
            .distinct()
            .filter(order -> wanting.computeIfAbsent(order.tenant(), this::isWanting))
            .toList();
    if (!wanted.isEmpty()) {
      orders.place(wanted);
    }
    return wanted.size();
  }

  private boolean isWanting(TenantId id) {
    return tenants.apply(id).filter(AssessFeedback::isWanting).isPresent();
  }
}
