package io.feedbackplatform.core.audit;

import java.util.Locale;

/** What was done. The words are kept in storage and hashed: one is never renamed. */
public enum Operation {
  MEMBER_ADDED,
  MEMBER_JOINED,
  MEMBER_ROLE_CHANGED,
  MEMBER_REMOVED,
  INVITATION_CREATED,
  INVITATION_RENEWED,
  INVITATION_REVOKED,
  OWNER_INVITED,
  API_KEY_CREATED,
  API_KEY_ROTATED,
  API_KEY_REVOKED,
  TENANT_PROVISIONED,
  TENANT_CHANGED,
  SETTINGS_CHANGED,
  TENANT_SUSPENDED,
  TENANT_REACTIVATED,
  TENANT_DELETION_SCHEDULED,
  TENANT_DELETION_CANCELLED,
  OPERATOR_GRANT_CREATED,
  OPERATOR_GRANT_ENDED,
  FEEDBACK_STATUS_CHANGED,
  /** More than its status, or something else. */
  FEEDBACK_CHANGED,
  SITE_CREATED,
  SITE_CHANGED,
  SITE_KEY_CREATED,
  SITE_KEY_ROTATED,
  SITE_KEY_REVOKED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
