package io.feedbackplatform.core.audit;

import io.feedbackplatform.core.audit.AuditVerdict.Broken;
import io.feedbackplatform.core.audit.AuditVerdict.Fault;
import io.feedbackplatform.core.audit.AuditVerdict.Intact;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Optional;

/** Walks a tenant's chain and finds the first entry that is not as it was written. */
public final class VerifyAudit {

  private final Audit audit;

  public VerifyAudit(Audit audit) {
    this.audit = audit;
  }

  /** The verdict on all entries that were written before this call; writers may go on meanwhile. */
  public AuditVerdict verify(TenantId tenant) {
    var promised = audit.head(tenant).orElse(AuditHead.NONE);
    var last = AuditHead.NONE;
    try (var entries = audit.entries(tenant)) {
      for (var entry : (Iterable<AuditEntry>) entries::iterator) {
        var fault = faultOf(tenant, entry, last, promised);
        if (fault.isPresent()) {
          return fault.get();
        }
        last = entry.asHead();
      }
    } catch (UnreadableEntryException unreadable) {
      return unreadable.sequence() > last.sequence() + 1
          ? new Broken(last.sequence() + 1, Fault.MISSING)
          : new Broken(unreadable.sequence(), Fault.UNREADABLE);
    }
    if (last.sequence() < promised.sequence()) {
      return new Broken(last.sequence() + 1, Fault.MISSING);
    }
    return last.sequence() == promised.sequence()
        ? new Intact(last.sequence())
        : grown(tenant, last);
  }

  private static Optional<AuditVerdict> faultOf(
      TenantId tenant, AuditEntry entry, AuditHead last, AuditHead promised) {
    long expected = last.sequence() + 1;
    if (entry.sequence() != expected) {
      return Optional.of(new Broken(expected, Fault.MISSING));
    }
    if (!entry.isUnaltered(tenant)) {
      return Optional.of(new Broken(expected, Fault.ALTERED));
    }
    if (!entry.previous().equals(last.hash())) {
      return Optional.of(new Broken(expected, Fault.UNLINKED));
    }
    if (expected == promised.sequence() && !entry.asHead().equals(promised)) {
      return Optional.of(new Broken(expected, Fault.NOT_AS_HEAD));
    }
    return Optional.empty();
  }

  /** There are more entries than the head knew: it has grown with them, or somebody was at it. */
  private AuditVerdict grown(TenantId tenant, AuditHead last) {
    var head = audit.head(tenant).orElse(AuditHead.NONE);
    return head.sequence() > last.sequence() || head.equals(last)
        ? new Intact(last.sequence())
        : new Broken(last.sequence(), Fault.NOT_AS_HEAD);
  }
}
