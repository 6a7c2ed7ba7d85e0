package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Orders the recount of a tenant, which takes minutes and is done elsewhere. */
public final class OrderRecount {

  private final RecountOrders orders;
  private final RecountQueue queue;
  private final Clock clock;

  public OrderRecount(RecountOrders orders, RecountQueue queue, Clock clock) {
    this.orders = orders;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * @param repair whether to mend what does not fit
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such tenant
   * @throws io.feedbackplatform.core.DomainException.TenantConflict when it is being removed
   * @throws io.feedbackplatform.core.DomainException.RecountUnderWay when another is open
   */
  public OrderedRecount order(TenantId tenant, boolean repair, Actor operator) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var order = OrderedRecount.now(repair, operator.id(), now);
    orders.create(tenant, order, operator);
    try {
      queue.send(tenant, order.id());
    } catch (RuntimeException lost) {
      // Nobody will carry it out, and it must not keep the next one waiting.
      orders.end(tenant, order.id(), null);
      throw lost;
    }
    return order;
  }
}
