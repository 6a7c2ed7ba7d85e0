package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Lets an operator read a tenant, for a reason and a while. */
public final class GrantOperator {

  private final OperatorGrants grants;
  private final Clock clock;

  public GrantOperator(OperatorGrants grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  /**
   * @param operator who may read from now on, and is the actor
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such tenant
   * @throws io.feedbackplatform.core.DomainException.TenantConflict when it is being removed
   */
  public OperatorGrant grant(TenantId tenant, Actor operator, String reason, Duration length) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var grant =
        new OperatorGrant(
            OperatorGrantId.random(),
            new UserId(operator.id()),
            reason,
            now,
            now.plus(length),
            null,
            null);
    grants.create(tenant, grant, operator);
    return grant;
  }
}
