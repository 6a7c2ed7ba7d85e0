package io.feedbackplatform.admin.workspace;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Caller.AccessTokens;
import io.feedbackplatform.admin.api.Me;
import io.feedbackplatform.admin.api.Me.Membership;
import io.feedbackplatform.admin.api.TeamClient;
import io.feedbackplatform.admin.login.SignIns;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private static final Set<String> ADMINISTRATORS = Set.of("admin", "owner");

  private final ApiClient api;
  private final TeamClient team;
  private final AccessTokens tokens;
  private @Nullable Me me;
  private @Nullable String chosenTenant;

  Workspace(ApiClient api, TeamClient team, SignIns signIns) {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    this.api = api;
    this.team = team;
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
    Me known = me();
    return new Caller(tokens, tenantAmong(known).map(Membership::tenantId).orElse(null));
  }

  /** The tenant being looked at: the chosen one as long as the user is a member, or the first. */
  public Optional<Membership> tenant() {
    return known().flatMap(this::tenantAmong);
  }

  /** Who the user is; asks the API on first use. */
  public Me me() {
    return known().orElseGet(this::refresh);
  }

  /** Whether the user manages the tenant being looked at, as far as is known. */
  public boolean isAdministrator() {
    return tenant().map(Membership::role).filter(ADMINISTRATORS::contains).isPresent();
  }

  /** Makes the user a member of the team that an invitation is for, and looks at its tenant. */
  public Membership accept(String token) {
    String joined = team.accept(tokens, token).tenantId();
    Membership membership =
        refresh().tenants().stream()
            .filter(tenant -> tenant.tenantId().equals(joined))
            .findFirst()
            .orElseGet(() -> new Membership(joined, "the team", ""));
    choose(membership);
    return membership;
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
