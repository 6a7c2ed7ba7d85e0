package io.feedbackplatform.core.assessment;

import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.tenant.TenantId;

/** That a piece of feedback is to be judged a second time: whose and which, not what it says. */
public record AssessmentOrder(TenantId tenant, FeedbackId feedback) {}
