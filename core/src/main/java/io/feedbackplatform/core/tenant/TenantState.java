package io.feedbackplatform.core.tenant;

/** What a tenant may do at the moment. */
public enum TenantState {
  /** Reads and writes. */
  ACTIVE,
  /** Reads; writes are refused until an operator reactivates it. */
  SUSPENDED,
  /** Reads; writes are refused, and all of it is removed when it is due unless cancelled. */
  DELETION_SCHEDULED
}
