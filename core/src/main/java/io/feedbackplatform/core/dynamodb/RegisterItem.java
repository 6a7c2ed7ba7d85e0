package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.operator.RegisteredTenant;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.TenantState;

/** An entry of the register as an item, and back. */
final class RegisterItem {

  private static final String REMOVED_AT = "removedAt";

  private RegisterItem() {}

  static Item toItem(RegisteredTenant entry) {
    var item = Item.at(Key.registered(entry.id()));
    return switch (entry) {
      case RegisteredTenant.Present present -> {
        item.with("name", present.name())
            .with("plan", present.plan())
            .with("state", present.state())
            .with("createdAt", present.createdAt());
        SettingsItem.add(item, present.settings());
        if (present.deletionDueAt() != null) {
          item.with(TenantItem.DELETION_DUE_AT, present.deletionDueAt());
        }
        yield item;
      }
      case RegisteredTenant.Removed removed ->
          item.with("deletionScheduledBy", removed.scheduledBy())
              .with("deletionScheduledAt", removed.scheduledAt())
              .with(REMOVED_AT, removed.removedAt());
    };
  }

  static RegisteredTenant toEntry(Item item) {
    var id = new TenantId(item.requiredText(TableLayout.SORT_KEY));
    var removedAt = item.instantOrNull(REMOVED_AT);
    return removedAt != null
        ? new RegisteredTenant.Removed(
            id,
            item.requiredText("deletionScheduledBy"),
            item.instant("deletionScheduledAt"),
            removedAt)
        : new RegisteredTenant.Present(
            id,
            item.requiredText("name"),
            item.constant("plan", Plan.class),
            SettingsItem.toSettings(item),
            item.constant("state", TenantState.class),
            item.instant("createdAt"),
            item.instantOrNull(TenantItem.DELETION_DUE_AT));
  }
}
