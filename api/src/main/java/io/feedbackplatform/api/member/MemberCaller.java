package io.feedbackplatform.api.member;

import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.request.ClientAddress;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;

/** A person who acts for a tenant, in the role that the tenant gave them a moment ago. */
public record MemberCaller(TenantId tenant, UserId user, Role role) implements TenantCaller {

  @Override
  public Actor actor(HttpServletRequest request) {
    return Actor.person(user.value(), ClientAddress.of(request));
  }
}
