package io.feedbackplatform.api.isolation;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.RevokeApiKey;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.OriginPattern;
import io.feedbackplatform.core.site.Question;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.WidgetTheme;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** A tenant in whose data every text can be recognised. */
final class MarkedTenant {

  /** With seats for whoever is invited. */
  static final Plan PLAN = Plan.ENTERPRISE;

  /** More than a page holds. */
  private static final int FEEDBACK = 12;

  private final RealApi api;
  private final TestIssuer issuer;
  private final Storage storage;
  private final TenantId tenant = TenantId.random();
  private final String word = "c" + RandomId.next().toLowerCase(Locale.ROOT);
  private final Map<String, String> canaries = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> credentials = new LinkedHashMap<>();
  private final Map<UserId, Role> team = new LinkedHashMap<>();
  private final Spares spares;
  private volatile Ids ids = new Ids(Map.of(IdKind.TENANT, tenant.value()));

  private MarkedTenant(RealApi api, TestIssuer issuer) {
    this.api = api;
    this.issuer = issuer;
    this.storage = api.storage();
    this.spares = new Spares(storage, tenant, canaries, team);
  }

  static MarkedTenant in(RealApi api, TestIssuer issuer) {
    return with(EnumSet.allOf(Role.class), api, issuer);
  }

  /** One whose first owner has yet to come. */
  static MarkedTenant withoutOwner(RealApi api, TestIssuer issuer) {
    return with(EnumSet.complementOf(EnumSet.of(Role.OWNER)), api, issuer);
  }

  private static MarkedTenant with(Set<Role> roles, RealApi api, TestIssuer issuer) {
    var opened = new MarkedTenant(api, issuer);
    opened
        .storage
        .tenants()
        .create(Tenant.named(opened.tenant, opened.mark("tenant"), now()).on(PLAN));
    opened.gather();
    opened.hire(roles);
    return opened;
  }

  /** A site with feedback. */
  private void gather() {
    var site = SiteId.random();
    var origin = new Origin("https://" + mark("origin") + ".example");
    storage
        .sites()
        .save(
            tenant,
            new Site(
                site,
                mark("site"),
                Set.of(OriginPattern.of(origin)),
                WidgetTheme.DEFAULT,
                Map.of("title", mark("string")),
                Challenge.NONE,
                Question.NPS,
                now()),
            Actor.platform());
    // The API remembers what it was shown, and is shown this one later.
    var key = SiteKey.random();
    storage.siteKeys().issue(tenant, site, key, Actor.platform());
    count(site);
    var submission =
        new Submission(
            4,
            mark("message"),
            mark("name"),
            mark("email") + "@example.com",
            mark("category"),
            "https://shop.example/" + mark("page"),
            "en-GB",
            Map.of(mark("metakey"), mark("metavalue")));
    var id = FeedbackId.next();
    for (int n = 0; n < FEEDBACK; n++, id = FeedbackId.next()) {
      storage
          .feedback()
          .create(
              tenant,
              TestObjects.feedback(
                  id,
                  site,
                  submission,
                  Sentiment.NEUTRAL,
                  Status.NEW,
                  SpamScore.NONE,
                  now(),
                  now().plusSeconds(86_400)),
              null);
      ids = ids.with(Map.of(IdKind.FEEDBACK, id.value()));
    }
    credentials.put("SITE", Map.of("X-Site-Key", key.value()));
    var idempotencyKey = RandomId.next();
    api.calls()
        .submit(
            spares.siteKey(site),
            "{\"rating\":4,\"message\":\"It works.\"}",
            "Idempotency-Key",
            idempotencyKey);
    ids =
        ids.with(
            Map.of(
                IdKind.SITE, site.value(),
                IdKind.SITE_KEY, spares.siteKey(site),
                IdKind.ORIGIN, origin.value(),
                IdKind.IDEMPOTENCY_KEY, idempotencyKey));
  }

  /** Numbers that nobody else has. */
  private void count(SiteId site) {
    var number = ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L);
    canaries.put("counts", Long.toString(number));
    var parts = new long[Counts.PARTS];
    parts[0] = number;
    var counts = Counts.ofParts(parts);
    var today = new Bucket.Day(LocalDate.ofInstant(now(), ZoneOffset.UTC));
    storage
        .counters()
        .count(
            tenant,
            List.of(
                new CountedEvent(
                    RandomId.next(),
                    null,
                    List.of(
                        CounterChange.counted(
                            new CounterKey(new Scope.Tenant(), new Bucket.Total()), counts),
                        CounterChange.counted(
                            new CounterKey(new Scope.Site(site), new Bucket.Total()), counts),
                        CounterChange.counted(
                            new CounterKey(new Scope.Category(mark("category")), today), counts),
                        CounterChange.counted(
                            new CounterKey(new Scope.Tag(mark("tag")), today), counts)))));
  }

  /** A team, a partner, and somebody who is about to join. */
  private void hire(Set<Role> roles) {
    for (var role : roles) {
      var user = new UserId(mark("member-" + role.name().toLowerCase(Locale.ROOT)));
      TestTenant.join(storage, tenant, user, role);
      team.put(user, role);
      credentials.put(role.name(), bearer(issuer.tokenFor(user)));
    }
    var spare = new UserId(mark("member-spare"));
    TestTenant.join(storage, tenant, spare, Role.VIEWER);
    team.put(spare, Role.VIEWER);
    credentials.put("OUTSIDER", bearer(issuer.tokenFor(new UserId(mark("outsider")))));
    mark("apikey");
    mark("invited");
    mark("partner");
    mark("grant");
    var partner = spares.apiKey("partner", ApiKeyScope.values());
    storage.apiKeys().noteUse(tenant, partner.key().id(), now());
    credentials.put("API_KEY", bearer(partner.token().text()));
    ids = ids.with(spares.stock());
    canaries.put("audit", storage.audit().head(tenant).orElseThrow().hash());
    ids =
        ids.with(
            Map.of(
                IdKind.USER, spare.value(),
                IdKind.CURSOR, cursor("/feedback", issuer.tokenFor(user("member-admin"))),
                IdKind.AUDIT_CURSOR,
                    cursor("/audit?limit=1", issuer.tokenFor(user("member-admin")))));
  }

  private String cursor(String list, String token) {
    return JsonPath.read(api.calls().get(list, token).body(), "$.lastKey");
  }

  private UserId user(String thing) {
    return new UserId(canaries.get(thing));
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static Instant now() {
    return Instant.now();
  }

  private String mark(String thing) {
    var canary = word + "-" + thing;
    canaries.put(thing, canary);
    return canary;
  }

  /** An id of each kind, of what is there now. */
  Ids ids() {
    return ids;
  }

  /** A text of its own for each thing that only this tenant may see. */
  Map<String, String> canaries() {
    return canaries;
  }

  /** The headers of each kind of caller that the tenant has, and of one who belongs to nobody. */
  Map<String, Map<String, String>> credentials() {
    return credentials;
  }

  TenantId tenant() {
    return tenant;
  }

  /** Lets somebody else into the team, for good. */
  void join(UserId user, Role role) {
    TestTenant.join(storage, tenant, user, role);
    team.put(user, role);
  }

  /** What a partner shows who has another key. */
  Map<String, String> partner(ApiKeyScope... scopes) {
    return bearer(spares.apiKey("partner", scopes).token().text());
  }

  /** Lets an operator read, for a while. */
  void grant(UserId operator) {
    spares.grant(Actor.operator(operator.value(), null));
  }

  /** What a partner shows whose key was taken back. */
  Map<String, String> formerPartner() {
    var issued = spares.apiKey("partner", ApiKeyScope.values());
    new RevokeApiKey(storage.apiKeys(), Clock.systemUTC())
        .revoke(tenant, Actor.platform(), issued.key().id());
    return bearer(issued.token().text());
  }

  /** Makes good what somebody ended or used up. */
  synchronized void restock() {
    ids = ids.with(spares.restock(ids));
  }

  /** What of this tenant is in a text, but for what the caller chose to send. */
  List<String> foundIn(String text, String sent) {
    var lower = text.toLowerCase(Locale.ROOT);
    var known = sent.toLowerCase(Locale.ROOT);
    var secrets = new ArrayList<>(canaries.values());
    secrets.addAll(ids.all());
    return secrets.stream()
        .filter(secret -> lower.contains(secret.toLowerCase(Locale.ROOT)))
        .filter(secret -> !known.contains(secret.toLowerCase(Locale.ROOT)))
        .distinct()
        .toList();
  }
}
