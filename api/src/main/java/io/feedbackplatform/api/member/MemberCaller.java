package io.feedbackplatform.api.member;

import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;

/** A person who acts for a tenant, in the role that the tenant gave them a moment ago. */
public record MemberCaller(TenantId tenant, UserId user, Role role) implements TenantCaller {}
