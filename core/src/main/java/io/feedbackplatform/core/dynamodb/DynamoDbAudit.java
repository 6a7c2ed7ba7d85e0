package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.audit.Audit;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.audit.AuditPage;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A tenant's chain lies in a partition of its own: the entries by their place, then the head. */
final class DynamoDbAudit implements Audit {

  private final DynamoDbTable table;

  DynamoDbAudit(DynamoDbTable table) {
    this.table = table;
  }

  @Override
  public AuditPage list(TenantId tenant, int limit, @Nullable Long before) {
    var end = before == null ? Key.auditHead(tenant) : Key.auditEntry(tenant, before);
    return AuditPage.of(
        before(end, false, limit + 1).limit(limit + 1L).map(AuditItem::toEntry).toList(), limit);
  }

  @Override
  public Stream<AuditEntry> entries(TenantId tenant) {
    return before(Key.auditHead(tenant), true, null).map(AuditItem::toEntry);
  }

  @Override
  public Stream<AuditEntry> entries(TenantId tenant, long from) {
    var first = Key.auditEntry(tenant, from);
    var head = Key.auditHead(tenant).sort();
    return table
        .query(request ->
            request
                .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :head")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(first.partition()),
                        ":first", AttributeValue.fromS(first.sort()),
                        ":head", AttributeValue.fromS(head)))
                .consistentRead(true))
        .filter(item -> !item.requiredText(TableLayout.SORT_KEY).equals(head))
        .map(AuditItem::toEntry);
  }

  private Stream<Item> before(Key end, boolean oldestFirst, @Nullable Integer pageSize) {
    return table.query(request ->
        request
            .keyConditionExpression("pk = :pk AND sk < :end")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(end.partition()),
                    ":end", AttributeValue.fromS(end.sort())))
            .consistentRead(true)
            .scanIndexForward(oldestFirst)
            .limit(pageSize));
  }

  @Override
  public Optional<AuditHead> head(TenantId tenant) {
    return AuditItem.head(table, tenant);
  }
}
