package io.feedbackplatform.admin.audit;

import io.feedbackplatform.admin.api.AuditPage;

/** A page of the audit, with what it takes to read it. */
record AuditState(AuditPage page, Sentence sentence) {}
