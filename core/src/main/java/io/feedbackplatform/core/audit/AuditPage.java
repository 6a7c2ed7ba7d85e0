package io.feedbackplatform.core.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, newest first.
 *
 * @param next before which entry the next page goes on, or null at the end
 */
public record AuditPage(List<AuditEntry> items, @Nullable Long next) {

  public AuditPage {
    items = List.copyOf(items);
  }

  /**
   * @param newest the newest entries, one more than the limit if there are so many
   */
  public static AuditPage of(List<AuditEntry> newest, int limit) {
    return newest.size() <= limit
        ? new AuditPage(newest, null)
        : new AuditPage(newest.subList(0, limit), newest.get(limit - 1).sequence());
  }
}
