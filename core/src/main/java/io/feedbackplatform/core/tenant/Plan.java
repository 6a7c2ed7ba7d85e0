package io.feedbackplatform.core.tenant;

/**
 * What a tenant pays for. What each allows is configuration. The words are kept in storage: one is
 * never renamed.
 */
public enum Plan {
  FREE,
  PRO,
  ENTERPRISE
}
