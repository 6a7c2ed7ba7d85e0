package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recounts that operators ordered, for {@link OrderedRecount#RETENTION}. An order leaves one
 * entry in the tenant's audit, in one step with it. At most one of a tenant is open at a time.
 */
public interface RecountOrders {

  /** How many are listed. */
  int MOST = 50;

  /**
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such tenant
   * @throws io.feedbackplatform.core.DomainException.TenantConflict when it is being removed
   * @throws io.feedbackplatform.core.DomainException.RecountUnderWay when another is open
   */
  void create(TenantId tenant, OrderedRecount order, Actor actor);

  /** The newest {@value #MOST}, newest first, read consistently. */
  List<OrderedRecount> list(TenantId tenant);

  Optional<OrderedRecount> find(TenantId tenant, RecountId id);

  /**
   * Notes that an order is begun, for the first time or again.
   *
   * @return the order as it is now; empty when it is over
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is none, or none yet where
   *     this looks
   */
  Optional<OrderedRecount> start(TenantId tenant, RecountId id);

  /**
   * Notes that an order is over. Does nothing when it was before.
   *
   * @param result null when it failed
   */
  void end(TenantId tenant, RecountId id, @Nullable RecountResult result);
}
