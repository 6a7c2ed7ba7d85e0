package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Changes the stored chain as somebody would who is past all rules. */
public final class ForgedAudit {

  private final DynamoDbClient client;
  private final String table;

  public ForgedAudit(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * @param entry what lies in this place then; null for nothing
   */
  public void forge(TenantId tenant, long sequence, @Nullable AuditEntry entry) {
    var key = Key.auditEntry(tenant, sequence).attributes();
    if (entry == null) {
      client.deleteItem(request -> request.tableName(table).key(key));
    } else {
      var moved = new AuditEntry(sequence, entry.event(), entry.previous(), entry.hash());
      put(AuditItem.toItem(tenant, moved));
    }
  }

  public void forge(TenantId tenant, AuditHead head) {
    put(AuditItem.toItem(tenant, head));
  }

  /** Leaves something that is no entry in the place of one. */
  public void ruin(TenantId tenant, long sequence) {
    put(Item.of(Map.copyOf(Key.auditEntry(tenant, sequence).attributes())));
  }

  private void put(Item item) {
    client.putItem(request -> request.tableName(table).item(item.attributes()));
  }
}
