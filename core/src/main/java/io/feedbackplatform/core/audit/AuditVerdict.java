package io.feedbackplatform.core.audit;

/** What became of a tenant's chain. */
public sealed interface AuditVerdict {

  /** Every entry is as it was written, and none is missing. */
  record Intact(long entries) implements AuditVerdict {}

  /** The first entry that is not as it was written, or is not there. */
  record Broken(long sequence, Fault fault) implements AuditVerdict {}

  /** How an entry shows that somebody was at the chain. */
  enum Fault {
    /** It is not there. */
    MISSING,
    /** What is in its place is no entry. */
    UNREADABLE,
    /** Its hash is not that of its content. */
    ALTERED,
    /** It does not follow the entry before it. */
    UNLINKED,
    /** It is the last one, and the head of the chain says otherwise. */
    NOT_AS_HEAD
  }
}
