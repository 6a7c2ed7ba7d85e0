package io.feedbackplatform.core.assessment;

import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
   * Places those of the orders whose tenants want them; reads each tenant once. A tenant whose item
   * cannot be read holds up nobody: it counts as one that does not want them.
   *
   * @param unreadable told of each such tenant, and what is wrong
   * @return how many were placed
   * @throws RuntimeException when not all of these are kept
   */
  public int order(
      List<AssessmentOrder> candidates, BiConsumer<TenantId, RuntimeException> unreadable) {
    var wanting = new HashMap<TenantId, Boolean>();
    var wanted =
        candidates.stream()
            .distinct()
            .filter(
                order -> wanting.computeIfAbsent(order.tenant(), id -> isWanting(id, unreadable)))
            .toList();
    if (!wanted.isEmpty()) {
      orders.place(wanted);
    }
    return wanted.size();
  }

  private boolean isWanting(TenantId id, BiConsumer<TenantId, RuntimeException> listener) {
    try {
      return tenants.apply(id).filter(AssessFeedback::isWanting).isPresent();
    } catch (IllegalStateException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException
        | NullPointerException unreadable) {
      // Of what is stored; that the table is away is another matter, and passes.
      listener.accept(id, unreadable);
      return false;
    }
  }
}
