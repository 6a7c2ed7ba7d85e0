package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How changes of a tenant are told in its audit. */
public final class TenantEvents {

  private TenantEvents() {}

  /** The event of a tenant's being made, with its first owner. */
  public static AuditEvent provisioned(Tenant tenant, Actor actor) {
    return AuditEvent.of(
        actor,
        Operation.TENANT_PROVISIONED,
        tenant.createdAt(),
        new Target(Target.Kind.TENANT, tenant.id().value()),
        List.of("name", "owner", "plan"));
  }

  /** The event of what becomes of a grant. */
  public static AuditEvent ofGrant(
      OperatorGrant grant, Operation operation, List<String> fields, Actor actor, Instant now) {
    var target = new Target(Target.Kind.OPERATOR_GRANT, grant.id().value());
    return AuditEvent.of(actor, operation, now, target, fields);
  }

  /** The event of a change that made the tenant different. */
  public static AuditEvent changed(
      Tenant before, Tenant after, TenantChange change, Actor actor, Instant now) {
    var target = new Target(Target.Kind.TENANT, after.id().value());
    return switch (change) {
      case TenantChange.Edit edit ->
          AuditEvent.of(actor, Operation.TENANT_CHANGED, now, target, edited(before, after));
      case TenantChange.Configure configure ->
          AuditEvent.of(
              actor,
              Operation.SETTINGS_CHANGED,
              now,
              target,
              configured(before.settings(), after.settings()));
      case TenantChange.Suspend suspend ->
          AuditEvent.of(actor, Operation.TENANT_SUSPENDED, now, target, List.of("state"));
      case TenantChange.Reactivate reactivate ->
          AuditEvent.of(actor, Operation.TENANT_REACTIVATED, now, target, List.of("state"));
      case TenantChange.ScheduleDeletion schedule ->
          AuditEvent.of(
              actor,
              Operation.TENANT_DELETION_SCHEDULED,
              now,
              target,
              List.of("deletionDueAt", "state"));
      case TenantChange.CancelDeletion cancel ->
          AuditEvent.of(
              actor,
              Operation.TENANT_DELETION_CANCELLED,
              now,
              target,
              List.of("deletionDueAt", "state"));
    };
  }

  private static List<String> edited(Tenant before, Tenant after) {
    var fields = new ArrayList<String>();
    if (!before.name().equals(after.name())) {
      fields.add("name");
    }
    if (before.plan() != after.plan()) {
      fields.add("plan");
    }
    return fields;
  }

  private static List<String> configured(TenantSettings before, TenantSettings after) {
    var fields = new ArrayList<String>();
    if (!before.timeZone().equals(after.timeZone())) {
      fields.add("timeZone");
    }
    if (before.sentimentBy() != after.sentimentBy()
        || !Objects.equals(before.sentimentBySince(), after.sentimentBySince())) {
      fields.add("sentimentBy");
    }
    return fields;
  }
}
