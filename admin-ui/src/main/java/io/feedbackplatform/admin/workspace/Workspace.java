package io.feedbackplatform.admin.workspace;

import com.vaadin.flow.spring.annotation.UIScope;
import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Me;
import io.feedbackplatform.admin.api.Me.Membership;
import io.feedbackplatform.admin.api.TeamClient;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is at the screen and which of their tenants they look at in this tab. A tab keeps its tenant
 * until its user chooses another one in it, whatever other tabs show. The API is asked on first
 * use, so call it from a background thread; all methods are safe there.
 */
@Component
@UIScope
public class Workspace {
  private static final Set<String> ADMINISTRATORS = Set.of("admin", "owner");
  private static final Set<String> AGENTS = Set.of("agent", "admin", "owner");

  private final ApiClient api;
  private final TeamClient team;
  private final Visit visit;
  private @Nullable Me me;
  private @Nullable String tenantId;

  Workspace(ApiClient api, TeamClient team, Visit visit) {
    this.api = api;
    this.team = team;
    this.visit = visit;
  }

  /** The user's memberships as they are now. */
  public Me refresh() {
    Me now = api.me(visit.tokens());
    synchronized (this) {
      me = now;
    }
    return now;
  }

  /** In whose name, and for which tenant, the API is to be asked. */
  public Caller caller() {
    return new Caller(visit.tokens(), tenantOf(me()).orElse(null));
  }

  /** The tenant being looked at; empty when the user is no member of it any more. */
  public Optional<Membership> tenant() {
    return known().flatMap(user -> tenantOf(user).flatMap(on -> find(user, on)));
  }

  /** Who the user is; asks the API on first use. */
  public Me me() {
    return known().orElseGet(this::refresh);
  }

  /** Whether the user manages the tenant being looked at, as far as is known. */
  public boolean isAdministrator() {
    return tenant().map(Membership::role).filter(ADMINISTRATORS::contains).isPresent();
  }

  /** Whether the user works on the feedback of the tenant being looked at, as far as is known. */
  public boolean isAgent() {
    return tenant().map(Membership::role).filter(AGENTS::contains).isPresent();
  }

  /** Makes the user a member of the team that an invitation is for, and looks at its tenant. */
  public Membership accept(String token) {
    String joined = team.accept(visit.tokens(), token).tenantId();
    Membership membership =
        find(refresh(), joined)
            .orElseGet(() -> new Membership(joined, "the team", "", "active", null, null));
    choose(membership);
    return membership;
  }

  /** Looks at another tenant from now on, in this tab. The API decides whether the user may. */
  public synchronized void choose(Membership tenant) {
    tenantId = tenant.tenantId();
    visit.remember(tenant.tenantId());
  }

  private synchronized Optional<Me> known() {
    return Optional.ofNullable(me);
  }

  /** Settled with the first question: what is on screen later must be what was asked for. */
  private synchronized Optional<String> tenantOf(Me user) {
    if (tenantId == null) {
      tenantId =
          visit
              .lastChoice()
              .flatMap(last -> find(user, last))
              .or(() -> user.tenants().stream().findFirst())
              .map(Membership::tenantId)
              .orElse(null);
    }
    return Optional.ofNullable(tenantId);
  }

  private static Optional<Membership> find(Me user, String tenantId) {
    return user.tenants().stream().filter(tenant -> tenant.tenantId().equals(tenantId)).findFirst();
  }
}
