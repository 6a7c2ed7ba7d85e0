package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.tenant.TenantId;

/** Where orders wait for whoever carries them out. */
@FunctionalInterface
public interface RecountQueue {

  /**
   * Hands an order on, which is carried out once or, rarely, again.
   *
   * @throws RuntimeException when it is not sure to be handed on
   */
  void send(TenantId tenant, RecountId id);
}
