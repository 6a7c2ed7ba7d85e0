package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Carries out what was ordered, and keeps what it found. */
public final class CarryOutRecount {

  private final RecountOrders orders;
  private final RecountTenant recount;

  public CarryOutRecount(RecountOrders orders, RecountTenant recount) {
    this.orders = orders;
    this.recount = recount;
  }

  /**
   * @param hasTime asked before each step that takes long
   * @return what was found; empty when the order was over before
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such order, or none
   *     yet where this looks
   * @throws RecountCutOff when it failed after it found something
   * @throws RuntimeException when it failed, which the order then tells
   */
  public Optional<RecountReport> carryOut(TenantId tenant, RecountId id, BooleanSupplier hasTime) {
    return orders.start(tenant, id).map(order -> carryOut(tenant, order, hasTime));
  }

  private RecountReport carryOut(TenantId tenant, OrderedRecount order, BooleanSupplier hasTime) {
    var report = recount(tenant, order, hasTime);
    try {
      orders.end(tenant, order.id(), RecountResult.of(report));
      return report;
    } catch (RuntimeException failure) {
      throw new RecountCutOff(report, failure);
    }
  }

  private RecountReport recount(TenantId tenant, OrderedRecount order, BooleanSupplier hasTime) {
    try {
      return recount.recount(tenant, order.repair(), hasTime);
    } catch (RuntimeException failure) {
      try {
        orders.end(tenant, order.id(), null);
      } catch (RuntimeException untold) {
        failure.addSuppressed(untold);
      }
      throw failure;
    }
  }
}
