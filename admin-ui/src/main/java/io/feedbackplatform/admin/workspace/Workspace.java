package io.feedbackplatform.admin.workspace;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Caller.AccessTokens;
import io.feedbackplatform.admin.api.Me;
import io.feedbackplatform.admin.api.Me.Membership;
import io.feedbackplatform.admin.login.SignIns;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is at the screen and which of their tenants they look at. The API is asked on first use, so
 * call it from a background thread; all methods are safe there.
 */
@Component
@VaadinSessionScope
public class Workspace {
  private final ApiClient api;
  private final AccessTokens tokens;
  private @Nullable Me me;
  private @Nullable String chosenTenant;

  Workspace(ApiClient api, SignIns signIns) {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    this.api = api;
    this.tokens = signIns.tokensOf(Objects.requireNonNull(user, "nobody is signed in"));
  }

  /** The user's memberships as they are now. */
  public Me refresh() {
    Me now = api.me(tokens);
    synchronized (this) {
      me = now;
    }
    return now;
  }

  /** In whose name, and for which tenant, the API is to be asked. */
  public Caller caller() {
    Me known = known().orElseGet(this::refresh);
    return new Caller(tokens, tenantAmong(known).map(Membership::tenantId).orElse(null));
  }

  /** The tenant being looked at: the chosen one as long as the user is a member, or the first. */
  public Optional<Membership> tenant() {
    return known().flatMap(this::tenantAmong);
  }

  /** Looks at another tenant from now on. The API decides whether the user may. */
  public synchronized void choose(Membership tenant) {
    chosenTenant = tenant.tenantId();
  }

  private synchronized Optional<Me> known() {
    return Optional.ofNullable(me);
  }

  private synchronized Optional<Membership> tenantAmong(Me user) {
    return user.tenants().stream()
        .filter(tenant -> tenant.tenantId().equals(chosenTenant))
        .findFirst()
        .or(() -> user.tenants().stream().findFirst());
  }
}
