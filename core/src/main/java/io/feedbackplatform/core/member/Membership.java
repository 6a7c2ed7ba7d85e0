package io.feedbackplatform.core.member;

import io.feedbackplatform.core.tenant.TenantId;

/** A tenant that a person belongs to, and as what. */
public record Membership(TenantId tenant, Role role) {}
