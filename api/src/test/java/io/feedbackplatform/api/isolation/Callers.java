package io.feedbackplatform.api.isolation;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.TenantChange;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everybody who calls, by the column of {@code access.txt} that is theirs. */
final class Callers {

  /** What the gateway says of where a request comes from. */
  static final String ADDRESS = "198.51.100.7";

  private static final String NOBODY = "nobody";
  private static final String VISITOR = "visitor";

  private final TwoTenants world;
  private final MarkedTenant owner;
  private final MarkedTenant stranger;
  private final MarkedTenant suspended;
  private final MarkedTenant ownerless;
  private final UserId several = new UserId("several-" + RandomId.next());
  private final Map<String, Caller> callers = new LinkedHashMap<>();

  /** Partners whose key has all scopes but one, by that one. */
  private final Map<String, Caller> scopeless = new LinkedHashMap<>();

  private Callers(TwoTenants world) {
    this.world = world;
    this.owner = world.owner();
    this.stranger = world.stranger();
    this.suspended = world.another();
    this.ownerless = world.withoutOwner();
  }

  static Callers in(TwoTenants world) {
    var callers = new Callers(world);
    callers.addThoseWithout();
    callers.addForeigners();
    callers.addOwn();
    callers.addSuspended();
    return callers;
  }

  private void addThoseWithout() {
    add("none", owner, NOBODY, Map.of());
    add("garbled", owner, NOBODY, bearer("no.token"));
    var expired =
        world
            .issuer()
            .token(
                user(owner, Role.OWNER),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3_600))));
    add("expired", owner, NOBODY, bearer(expired));
    add("revoked", owner, NOBODY, owner.formerPartner());
    add("outsider", owner, owner.canaries().get("outsider"), owner.credentials().get("OUTSIDER"));
    var operator = new UserId("operator-" + RandomId.next());
    add("operator", owner, operator.value(), world.operator(operator));
    add("operator@", owner, operator.value(), naming(owner, world.operator(operator)));
    var granted = new UserId("operator-" + RandomId.next());
    owner.grant(granted);
    own("granted@", owner, granted.value(), naming(owner, world.operator(granted)));
  }

  private void addForeigners() {
    var others = stranger.credentials();
    var user = user(stranger, Role.OWNER).value();
    foreign("foreign", "owner", user, others.get("OWNER"));
    foreign("foreign@", "owner", user, naming(owner, others.get("OWNER")));
    foreign("owner@", "owner", user, naming(stranger, owner.credentials().get("OWNER")));
    foreign("fkey", "key", user, others.get("API_KEY"));
    foreign("fkey@", "key", user, naming(owner, others.get("API_KEY")));
    foreign("fsite", "site", user, others.get("SITE"));
  }

  private void addOwn() {
    var own = owner.credentials();
    own("site", owner, VISITOR, own.get("SITE"));
    for (var role : Role.values()) {
      own(word(role), owner, user(owner, role).value(), own.get(role.name()));
    }
    owner.join(several, Role.OWNER);
    stranger.join(several, Role.OWNER);
    var token = bearer(world.issuer().tokenFor(several));
    own("several", owner, several.value(), token);
    own("several@", owner, several.value(), naming(owner, token));
    own("key", owner, keyOf(own.get("API_KEY")), own.get("API_KEY"));
    own("scopeless", owner, keyOf(own.get("API_KEY")), own.get("API_KEY"));
    for (var scope : ApiKeyScope.values()) {
      var others = Stream.of(ApiKeyScope.values()).filter(other -> other != scope);
      var partner = owner.partner(others.toArray(ApiKeyScope[]::new));
      scopeless.put(
          scope.word(), new Caller(fromAddress(partner), owner, keyOf(partner), true, null));
    }
  }

  private void addSuspended() {
    world
        .storage()
        .tenants()
        .change(
            suspended.tenant(), new TenantChange.Suspend("Unpaid."), Actor.operator("op", null));
    var own = suspended.credentials();
    own("s-site", suspended, VISITOR, own.get("SITE"));
    own("s-key", suspended, keyOf(own.get("API_KEY")), own.get("API_KEY"));
    own("s-owner", suspended, user(suspended, Role.OWNER).value(), own.get("OWNER"));
  }

  /** Whoever stands for the column when it comes to this operation. */
  Caller of(String column, AccessRow row) {
    var caller = callers.get(column);
    if (caller == null) {
      throw new AssertionError("Nobody stands for the column '" + column + "': see Callers.");
    }
    if (row.name().endsWith("/owner-invitation")) {
      return caller.about(ownerless);
    }
    return column.equals("scopeless") ? scopeless.getOrDefault(row.scope(), caller) : caller;
  }

  private void add(String column, MarkedTenant target, String actor, Map<String, String> headers) {
    callers.put(column, new Caller(fromAddress(headers), target, actor, false, null));
  }

  private void foreign(String column, String twin, String actor, Map<String, String> headers) {
    callers.put(column, new Caller(fromAddress(headers), owner, actor, false, twin));
  }

  private void own(String column, MarkedTenant target, String actor, Map<String, String> headers) {
    callers.put(column, new Caller(fromAddress(headers), target, actor, true, null));
  }

  private static Map<String, String> fromAddress(Map<String, String> headers) {
    var all = new TreeMap<>(headers);
    all.put("X-Forwarded-For", "192.0.2.1, " + ADDRESS);
    return all;
  }

  private static Map<String, String> naming(MarkedTenant tenant, Map<String, String> headers) {
    var all = new TreeMap<>(headers);
    all.put("X-Tenant-Id", tenant.tenant().value());
    return all;
  }

  private static UserId user(MarkedTenant tenant, Role role) {
    return new UserId(tenant.canaries().get("member-" + word(role)));
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static String keyOf(Map<String, String> headers) {
    return headers.get("Authorization").split("_")[2];
  }
}
