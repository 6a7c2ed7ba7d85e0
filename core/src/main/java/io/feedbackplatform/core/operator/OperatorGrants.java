package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * Which operators may read which tenant, and who might before. Every change leaves one entry in the
 * tenant's audit, in one step with it; the reason, which is text, stays with the grant.
 */
public interface OperatorGrants {

  /**
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such tenant
   * @throws io.feedbackplatform.core.DomainException.TenantConflict when it is being removed
   */
  void create(TenantId tenant, OperatorGrant grant, Actor actor);

  /** All that there were, newest first, read consistently. */
  List<OperatorGrant> list(TenantId tenant);

  /** The operator's grant that holds longest, if one is live at this moment. */
  Optional<OperatorGrant> findLive(TenantId tenant, UserId operator);

  /**
   * Ends a grant at once. Does nothing when it is void already.
   *
   * @return the grant as it is now
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such grant
   * @throws io.feedbackplatform.core.DomainException.TenantConflict when the tenant is being
   *     removed
   */
  OperatorGrant end(TenantId tenant, OperatorGrantId grant, Actor actor);

  /** Notes that a grant is made use of now. */
  void noteUse(TenantId tenant, OperatorGrantId grant);
}
