package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.tenant.Deletion;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.Suspension;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** A tenant as an item, and back. */
final class TenantItem {

  static final String DELETION_DUE_AT = "deletionDueAt";
  static final String DELETION_STARTED_AT = "deletionStartedAt";

  private TenantItem() {}

  static Item toItem(Tenant tenant) {
    var item =
        Item.at(Key.tenant(tenant.id()))
            .with("name", tenant.name())
            .with("writeShards", tenant.writeShards())
            .with("retentionDays", tenant.retentionDays())
            .with("createdAt", tenant.createdAt())
            .with("plan", tenant.plan());
    SettingsItem.add(item, tenant.settings());
    var suspension = tenant.suspension();
    if (suspension != null) {
      item.with("suspendedAt", suspension.since()).with("suspendedFor", suspension.reason());
    }
    var deletion = tenant.deletion();
    if (deletion != null) {
      item.with("deletionScheduledBy", deletion.scheduledBy())
          .with("deletionScheduledAt", deletion.scheduledAt())
          .with(DELETION_DUE_AT, deletion.dueAt());
      if (deletion.startedAt() != null) {
        item.with(DELETION_STARTED_AT, deletion.startedAt());
      }
    }
    return item;
  }

  static Tenant toTenant(TenantId id, Item item) {
    return new Tenant(
        id,
        item.requiredText("name"),
        item.requiredInteger("writeShards"),
        item.requiredInteger("retentionDays"),
        item.instant("createdAt"),
        item.text("plan") == null ? Tenant.DEFAULT_PLAN : item.constant("plan", Plan.class),
        SettingsItem.toSettings(item),
        suspension(item),
        deletion(item));
  }

  private static @Nullable Suspension suspension(Item item) {
    var since = item.instantOrNull("suspendedAt");
    return since == null ? null : new Suspension(item.requiredText("suspendedFor"), since);
  }

  private static @Nullable Deletion deletion(Item item) {
    var dueAt = item.instantOrNull(DELETION_DUE_AT);
    return dueAt == null
        ? null
        : new Deletion(
            item.requiredText("deletionScheduledBy"),
            item.instant("deletionScheduledAt"),
            dueAt,
            item.instantOrNull(DELETION_STARTED_AT));
  }
}
