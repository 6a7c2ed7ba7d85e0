package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.limit.Plans;
import io.feedbackplatform.core.member.Team;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.Objects;

/**
 * Whether somebody more may come, asked within an audited change: whoever comes or is invited at
 * the same time, or another plan, has that change decided again.
 */
final class DynamoDbSeats {

  private final DynamoDbTable table;
  private final DynamoDbTenants tenants;
  private final Plans plans;
  private final Clock clock;

  DynamoDbSeats(DynamoDbTable table, DynamoDbTenants tenants, Plans plans, Clock clock) {
    this.table = table;
    this.tenants = tenants;
    this.plans = plans;
    this.clock = clock;
  }

  /** A tenant that is being made has no plan yet, and its team as many seats as it takes. */
  void requireFree(TenantId tenant, Team team) {
    tenants
        .find(tenant)
        .ifPresent(
            found -> team.requireSeat(openInvitations(tenant), plans.of(found.plan()).seats()));
  }

  private long openInvitations(TenantId tenant) {
    var now = clock.instant();
    return table
        .query(Key.of(tenant), Key.INVITATIONS)
        .filter(item ->
            Objects.requireNonNull(item.instantOfSecond(TableLayout.EXPIRES_AT)).isAfter(now))
        .count();
  }
}
