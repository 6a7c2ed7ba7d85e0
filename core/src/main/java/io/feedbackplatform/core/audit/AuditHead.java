package io.feedbackplatform.core.audit;

/** The end of a tenant's chain: its last entry's place and hash. */
public record AuditHead(long sequence, String hash) {

  /** Of a chain without entries. */
  public static final AuditHead NONE = new AuditHead(0, "0".repeat(64));
}
