package io.feedbackplatform.core.member;

/** What a member may do; each role may do what those before it may. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Triages and replies. */
  AGENT,
  /** Manages sites, keys, webhooks, members and privacy requests. */
  ADMIN,
  /** Changes the plan and deletes the tenant. */
  OWNER;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
