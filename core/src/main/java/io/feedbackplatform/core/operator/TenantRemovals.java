package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;

/**
 * Removes tenants whose grace is over. Every step can be repeated, and be the last for now: the
 * next one goes on where it ended.
 */
public interface TenantRemovals {

  /** What a step has left. */
  enum Left {
    /** Something that can go at once. */
    MORE,
    /** Something that has to stay for now. */
    LATER,
    /** Nothing but the register's note that the tenant was. */
    NOTHING
  }

  /** The tenants whose grace is over, those that were due first first. */
  List<TenantId> due();

  /**
   * Makes up its mind: from now on the deletion cannot be cancelled.
   *
   * @return whether the tenant may be removed; not when its deletion was cancelled meanwhile, or is
   *     not due
   */
  boolean begin(TenantId tenant);

  /** Removes some of what a tenant has whose removal began. */
  Left removeSome(TenantId tenant);
}
