package io.feedbackplatform.core.audit;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The chain of entries of each tenant. It is only read here: an entry is written by the store that
 * makes the change, together with the change or not at all.
 */
public interface Audit {

  /**
   * @param before the entries before this one, or null for the newest
   */
  AuditPage list(TenantId tenant, int limit, @Nullable Long before);

  /**
   * The whole chain, oldest first, read as the stream is consumed.
   *
   * @throws UnreadableEntryException from the stream, at an entry that is none
   */
  Stream<AuditEntry> entries(TenantId tenant);

  /**
   * The same, from a place on.
   *
   * @param from the first sequence that is wanted, at least 1
   */
  Stream<AuditEntry> entries(TenantId tenant, long from);

  /** The end of the chain; empty while there is no entry. */
  Optional<AuditHead> head(TenantId tenant);
}
