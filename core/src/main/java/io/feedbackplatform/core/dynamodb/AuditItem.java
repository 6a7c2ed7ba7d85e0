package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.audit.UnreadableEntryException;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** An entry and the head of a chain as items, and back. */
final class AuditItem {

  static final String SEQUENCE = "sequence";
  static final String HASH = "hash";

  private AuditItem() {}

  static Item toItem(TenantId tenant, AuditEntry entry) {
    var event = entry.event();
    return Item.at(Key.auditEntry(tenant, entry.sequence()))
        .with("actorKind", event.actor().kind())
        .with("actorId", event.actor().id())
        .with("address", event.actor().address())
        .with("operation", event.operation())
        .with("at", event.at())
        .with("targetKind", event.target().kind())
        .with("targetId", event.target().id())
        .with("fields", event.fields())
        .with("previous", entry.previous())
        .with(HASH, entry.hash());
  }

  static AuditEntry toEntry(Item item) {
    var sort = item.requiredText(TableLayout.SORT_KEY);
    long sequence = sort.matches("[0-9]{16}") ? Long.parseLong(sort) : Long.MAX_VALUE;
    try {
      return new AuditEntry(
          sequence, toEvent(item), item.requiredText("previous"), item.requiredText(HASH));
    } catch (RuntimeException unreadable) {
      // Whatever somebody made of the item: that it is no entry any more is the finding.
      throw new UnreadableEntryException(sequence, unreadable);
    }
  }

  private static AuditEvent toEvent(Item item) {
    return new AuditEvent(
        new Actor(
            item.constant("actorKind", Actor.Kind.class),
            item.requiredText("actorId"),
            item.text("address")),
        item.constant("operation", Operation.class),
        item.instant("at"),
        new Target(item.constant("targetKind", Target.Kind.class), item.requiredText("targetId")),
        List.copyOf(item.textList("fields")));
  }

  static Item toItem(TenantId tenant, AuditHead head) {
    return Item.at(Key.auditHead(tenant)).with(SEQUENCE, head.sequence()).with(HASH, head.hash());
  }

  static Optional<AuditHead> head(DynamoDbTable table, TenantId tenant) {
    return table
        .get(Key.auditHead(tenant))
        .map(item -> new AuditHead(item.number(SEQUENCE), item.requiredText(HASH)));
  }
}
