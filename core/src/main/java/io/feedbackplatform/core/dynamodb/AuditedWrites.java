package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes changes of a tenant together with the entries that tell of them. The head of the chain is
 * read before anything else and must be the same when the change is written: a change is therefore
 * decided on what no other audited change of the tenant has touched since.
 */
final class AuditedWrites {

  private static final int MOST_ATTEMPTS = 12;

  /** What another writer causes, and what a second look may overcome. */
  private static final Set<String> OVERTAKEN =
      Set.of("None", "ConditionalCheckFailed", "TransactionConflict");

  private final DynamoDbTable table;
  private final Backoff backoff;

  AuditedWrites(DynamoDbTable table, Backoff backoff) {
    this.table = table;
    this.backoff = backoff;
  }

  /**
   * What is to be written, as decided on what is stored now.
   *
   * @param event null when nothing changes; nothing is written then
   */
  record Change<R>(R result, @Nullable AuditEvent event, List<TransactWriteItem> actions) {

    static <R> Change<R> none(R result) {
      return new Change<>(result, null, List.of());
    }
  }

  /**
   * Writes what is decided, and decides again when another writer was faster.
   *
   * @param decision reads consistently; what it throws is what becomes of the call
   */
  <R> R write(TenantId tenant, Supplier<Change<R>> decision) {
    for (int attempt = 1; ; attempt++) {
      var head = AuditItem.head(table, tenant).orElse(AuditHead.NONE);
      var change = decision.get();
      var event = change.event();
      if (event == null) {
        return change.result();
      }
      var actions = new ArrayList<>(change.actions());
      actions.addAll(link(tenant, head, event));
      try {
        table.client().transactWriteItems(request -> request.transactItems(actions));
        return change.result();
      } catch (TransactionCanceledException canceled) {
        if (!canceled.cancellationReasons().stream()
            .allMatch(reason -> OVERTAKEN.contains(reason.code()))) {
          throw canceled;
        }
        backoff.pauseOrThrow(attempt, MOST_ATTEMPTS, canceled);
      }
    }
  }

  private List<TransactWriteItem> link(TenantId tenant, AuditHead head, AuditEvent event) {
    var entry = AuditEntry.after(tenant, head, event);
    return List.of(
        table.putAction(
            AuditItem.toItem(tenant, entry),
            put -> put.conditionExpression("attribute_not_exists(pk)")),
        table.putAction(
            AuditItem.toItem(tenant, entry.asHead()),
            put -> {
              if (head.equals(AuditHead.NONE)) {
                put.conditionExpression("attribute_not_exists(pk)");
              } else {
                put.conditionExpression("#sequence = :sequence AND #hash = :hash")
                    .expressionAttributeNames(
                        Map.of("#sequence", AuditItem.SEQUENCE, "#hash", AuditItem.HASH))
                    .expressionAttributeValues(
                        Map.of(
                            ":sequence", AttributeValue.fromN(Long.toString(head.sequence())),
                            ":hash", AttributeValue.fromS(head.hash())));
              }
            }));
  }
}
