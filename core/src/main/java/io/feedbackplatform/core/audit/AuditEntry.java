package io.feedbackplatform.core.audit;

import io.feedbackplatform.core.tenant.TenantId;

/**
 * A link of a tenant's chain.
 *
 * @param sequence its place in the chain, from 1, without gaps
 * @param previous the hash of the entry before, {@link AuditHead#NONE}'s for the first
 * @param hash SHA-256 over all of this, the tenant and the hash before, in lower-case hex
 */
public record AuditEntry(long sequence, AuditEvent event, String previous, String hash) {

  /** The entry that tells of the event right after what the head names. */
  public static AuditEntry after(TenantId tenant, AuditHead head, AuditEvent event) {
    long sequence = head.sequence() + 1;
    return new AuditEntry(
        sequence, event, head.hash(), CanonicalForm.hash(tenant, sequence, event, head.hash()));
  }

  /** Whether the hash is that of the content. */
  public boolean isUnaltered(TenantId tenant) {
    return hash.equals(CanonicalForm.hash(tenant, sequence, event, previous));
  }

  /** What the chain's head says when this is the last entry. */
  public AuditHead asHead() {
    return new AuditHead(sequence, hash);
  }
}
