package io.feedbackplatform.infra.local.demo;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.OriginPattern;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.WidgetTheme;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.infra.local.state.LocalState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two tenants, each with a site, its key, and a team of three; a person who works for both, and one
 * who works for none yet.
 */
public final class DemoTenants {

  /** Of every demo login. It opens nothing but this machine's own demo, on loopback. */
  public static final String PASSWORD = "try-feedback";

  /** Runs the platform, and is of no tenant. */
  public static final String OPERATOR = "operator@platform.example";

  private static final String NORTHWIND = "northwind";
  private static final String FABRIKAM = "fabrikam";
  private static final String BOTH = "mara@demo.example";
  private static final String GUEST = "guest@demo.example";
  private static final List<Role> TEAM = List.of(Role.OWNER, Role.AGENT, Role.VIEWER);

  private final Storage storage;
  private final LocalState state;
  private final List<DemoTenant> all;

  /**
   * @param northwind origin of the first tenant's shop
   * @param fabrikam origin of the second tenant's shop
   */
  public DemoTenants(Storage storage, LocalState state, URI northwind, URI fabrikam) {
    this.storage = storage;
    this.state = state;
    this.all =
        List.of(
            tenant(NORTHWIND, "Northwind Coffee", "#8A4B22", northwind, Role.ADMIN),
            tenant(FABRIKAM, "Fabrikam Bikes", "#00695F", fabrikam, Role.VIEWER));
  }

  public List<DemoTenant> all() {
    return all;
  }

  /** The short names of the tenants. */
  public static List<String> shops() {
    return List.of(NORTHWIND, FABRIKAM);
  }

  /** Everybody who can sign in. */
  public static List<String> usernames() {
    return Stream.concat(
            shops().stream().flatMap(DemoTenants::usernames), Stream.of(BOTH, GUEST, OPERATOR))
        .toList();
  }

  /** Somebody to invite. */
  public static Login guest() {
    return new Login(GUEST, PASSWORD, "");
  }

  /** Makes what is not there yet; what people changed since stays as they left it. */
  public void provision() {
    all.forEach(this::provision);
  }

  /** Waits until the counters have caught up with feedback that was sent. */
  public void awaitCounted(Map<DemoTenant, Integer> sent, Duration patience)
      throws InterruptedException {
    var deadline = Instant.now().plus(patience);
    for (var tenant : sent.entrySet()) {
      while (counted(tenant.getKey()) < tenant.getValue() && Instant.now().isBefore(deadline)) {
        Thread.sleep(50);
      }
    }
  }

  /** Lets one shop ask for proof of work, once its demo feedback is there. */
  public void guard(Collection<DemoTenant> tenants) {
    for (var demo : tenants) {
      if (demo.shop().equals(FABRIKAM)) {
        var tenant = new TenantId(demo.ids().tenantId());
        storage
            .sites()
            .find(tenant, new SiteId(demo.ids().siteId()))
            .map(site -> site.withChallenge(Challenge.PROOF_OF_WORK))
            .ifPresent(site -> storage.sites().save(tenant, site, Actor.platform()));
      }
    }
  }

  private long counted(DemoTenant tenant) {
    var id = new TenantId(tenant.ids().tenantId());
    return storage.analytics().totals(id, new Scope.Tenant()).counts().total();
  }

  private void provision(DemoTenant demo) {
    var tenant = new TenantId(demo.ids().tenantId());
    var now = Instant.now();
    listOrigin(tenant, demo, now);
    if (storage.tenants().find(tenant).isPresent()) {
      return;
    }
    storage
        .siteKeys()
        .issue(
            tenant,
            new SiteId(demo.ids().siteId()),
            new SiteKey(demo.ids().siteKey()),
            Actor.platform());
    for (var login : demo.logins()) {
      var user = new UserId(state.sub(login.username()).toString());
      var role = Role.valueOf(login.role().toUpperCase(Locale.ROOT));
      var member = new Member(user, role, now, new EmailAddress(login.username()));
      storage.members().add(tenant, member, Actor.platform());
    }
    // Last, because its being there says that the rest is. Demo feedback is kept, not expired.
    storage.tenants().create(new Tenant(tenant, demo.name(), 1, 0, now).on(Plan.ENTERPRISE));
  }

  /** The shop's port may have changed since the last run. */
  private void listOrigin(TenantId tenant, DemoTenant demo, Instant now) {
    var id = new SiteId(demo.ids().siteId());
    var origin = new Origin(demo.origin().toString());
    var site =
        storage
            .sites()
            .find(tenant, id)
            .orElseGet(() -> Site.named(id, demo.name() + " shop", Set.of(origin), now));
    var origins = new HashSet<>(site.origins());
    origins.add(OriginPattern.of(origin));
    var theme =
        site.theme().equals(WidgetTheme.DEFAULT)
            ? new WidgetTheme(
                demo.accentColor(), WidgetTheme.Mode.AUTO, WidgetTheme.Position.BOTTOM_RIGHT)
            : site.theme();
    storage
        .sites()
        .save(
            tenant,
            new Site(
                id,
                site.name(),
                origins,
                theme,
                site.strings(),
                site.challenge(),
                site.question(),
                site.createdAt()),
            Actor.platform());
  }

  private DemoTenant tenant(String shop, String name, String accentColor, URI origin, Role both) {
    var logins =
        Stream.concat(logins(shop).stream(), Stream.of(new Login(BOTH, PASSWORD, roleName(both))))
            .toList();
    return new DemoTenant(shop, name, accentColor, state.tenant(shop), origin, logins);
  }

  private static List<Login> logins(String shop) {
    return TEAM.stream()
        .map(role -> new Login(username(shop, role), PASSWORD, roleName(role)))
        .toList();
  }

  private static Stream<String> usernames(String shop) {
    return TEAM.stream().map(role -> username(shop, role));
  }

  private static String username(String shop, Role role) {
    return roleName(role) + "@" + shop + ".example";
  }

  private static String roleName(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
