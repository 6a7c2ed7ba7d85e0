package io.feedbackplatform.admin.api;

import org.jspecify.annotations.Nullable;

/** Asks the HTTP API who changed what. */
public final class AuditClient {
  private final ApiCalls calls;

  AuditClient(ApiCalls calls) {
    this.calls = calls;
  }

  /**
   * A page, newest first.
   *
   * @param limit 1 to 100
   * @param lastKey where to go on, as an earlier page said; null for the newest
   */
  public AuditPage list(Caller caller, int limit, @Nullable String lastKey) {
    String from = lastKey == null ? "" : "&lastKey=" + ApiCalls.encode(lastKey);
    return calls.read("/audit?limit=" + limit + from, caller, AuditPage.class);
  }

  /** All entries, oldest first, one in a line. */
  public byte[] export(Caller caller) {
    return calls.bytes("/audit/export", caller);
  }
}
