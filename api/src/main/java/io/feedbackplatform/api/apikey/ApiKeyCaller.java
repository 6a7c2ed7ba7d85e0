package io.feedbackplatform.api.apikey;

import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.request.ClientAddress;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** A partner who showed a key that the tenant gave them: they may do what its scopes say. */
public record ApiKeyCaller(TenantId tenant, ApiKeyId key, Set<ApiKeyScope> scopes)
    implements TenantCaller {

  @Override
  public Actor actor(HttpServletRequest request) {
    return new Actor(Actor.Kind.API_KEY, key.value(), ClientAddress.of(request));
  }
}
