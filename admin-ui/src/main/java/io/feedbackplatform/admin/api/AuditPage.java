package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the audit, newest first.
 *
 * @param lastKey where the next older stretch begins; null at the end
 */
public record AuditPage(List<Entry> items, @Nullable String lastKey) {

  public AuditPage {
    items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
  }

  /** Who changed what, and when. */
  public record Entry(
      long sequence, Instant at, Who actor, String operation, What target, List<String> fields) {

    public Entry {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(actor, "actor");
      Objects.requireNonNull(operation, "operation");
      Objects.requireNonNull(target, "target");
      fields = List.copyOf(Objects.requireNonNullElse(fields, List.of()));
    }
  }

  /** A person, an API key, an operator or the platform. */
  public record Who(String kind, String id, @Nullable String address) {}

  /** What was changed. */
  public record What(String kind, String id) {}
}
