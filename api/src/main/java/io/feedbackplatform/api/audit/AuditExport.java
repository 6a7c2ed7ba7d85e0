package io.feedbackplatform.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.audit.Audit;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.tenant.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a piece of a chain as lines of JSON, and as its last line how many there were, where the
 * rest begins and where the chain ends, without which nobody could tell a whole export from one
 * that broke off.
 */
final class AuditExport {

  /**
   * Entries of an answer. Lambda gives back at most 6 MB, and an entry takes a few hundred bytes.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
   *     quotas</a>
   */
  static final int MOST = 5_000;

  private final Audit audit;
  private final JsonMapper json;

  AuditExport(Audit audit, JsonMapper json) {
    this.audit = audit;
    this.json = json;
  }

  /**
   * @param next the first sequence of the rest, if there is one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record End(long count, @Nullable Long next, AuditHead head) {}

  /** What is appended meanwhile is left to the next export. */
  void write(TenantId tenant, long from, long most, OutputStream to) throws IOException {
    var head = audit.head(tenant).orElse(AuditHead.NONE);
    long count = 0;
    Long next = null;
    try (var entries = audit.entries(tenant, from)) {
      for (var each = entries.iterator(); each.hasNext(); count++) {
        var entry = each.next();
        if (entry.sequence() > head.sequence()) {
          break;
        }
        if (count == most) {
          next = entry.sequence();
          break;
        }
        line(AuditEntryResponse.of(tenant, entry), to);
      }
    }
    line(new End(count, next, head), to);
  }

  private void line(Object value, OutputStream to) throws IOException {
    to.write(json.writeValueAsBytes(value));
    to.write('\n');
  }
}
