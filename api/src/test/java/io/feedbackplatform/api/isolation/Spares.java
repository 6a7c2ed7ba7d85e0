package io.feedbackplatform.api.isolation;

import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.apikey.IssuedApiKey;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.member.Invitation;
import io.feedbackplatform.core.member.InvitationId;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.operator.GrantOperator;
import io.feedbackplatform.core.operator.OperatorGrant;
import io.feedbackplatform.core.operator.OperatorGrantId;
import io.feedbackplatform.core.recount.OrderRecount;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.WidgetTheme;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.TenantSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a tenant has for operations that end or use things up: a member, an API key, an invitation
 * and a grant that nobody needs, and in place of each that is gone another one.
 *
 * @param canaries what new things are called
 * @param team who is of the team, as what; nobody else stays in it
 */
record Spares(
    Storage storage, TenantId tenant, Map<String, String> canaries, Map<UserId, Role> team) {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final AtomicInteger INVITED = new AtomicInteger();
  private static final Actor OPERATOR = Actor.operator("operator", null);

  /** As it is to be, all of it new. */
  Map<IdKind, String> stock() {
    var ids = new EnumMap<IdKind, String>(IdKind.class);
    ids.put(IdKind.API_KEY, apiKey("apikey", ApiKeyScope.FEEDBACK_READ).key().id().value());
    ids.putAll(invitation());
    ids.put(IdKind.OPERATOR_GRANT, grant(OPERATOR).id().value());
    ids.put(IdKind.RECOUNT, recount());
    return ids;
  }

  /** Brings back what is gone, and says what is another one now. */
  Map<IdKind, String> restock(Ids ids) {
    reopen();
    restockTeam();
    endRecounts();
    var others = new EnumMap<IdKind, String>(IdKind.class);
    var key = storage.apiKeys().find(tenant, new ApiKeyId(ids.get(IdKind.API_KEY)));
    if (key.isEmpty() || key.get().revokedAt() != null) {
      others.put(IdKind.API_KEY, apiKey("apikey", ApiKeyScope.FEEDBACK_READ).key().id().value());
    }
    var invitation = new InvitationId(ids.get(IdKind.INVITATION));
    if (storage.invitations().list(tenant).stream()
        .noneMatch(one -> one.id().equals(invitation) && isAsMade(one))) {
      others.putAll(invitation());
    }
    var grant = new OperatorGrantId(ids.get(IdKind.OPERATOR_GRANT));
    if (storage.operatorGrants().list(tenant).stream()
        .noneMatch(one -> one.id().equals(grant) && one.isLiveAt(Instant.now()))) {
      others.put(IdKind.OPERATOR_GRANT, grant(OPERATOR).id().value());
    }
    var site = new SiteId(ids.get(IdKind.SITE));
    if (!hasOnlyItsOwnAnd(ids.get(IdKind.SITE_KEY), site)) {
      others.put(IdKind.SITE_KEY, siteKey(site));
    }
    storage.sites().change(tenant, site, Spares::asItWas, Actor.platform());
    var feedback = new FeedbackId(ids.get(IdKind.FEEDBACK));
    storage.feedback().changeStatus(tenant, feedback, Status.NEW, Actor.platform());
    return others;
  }

  /** One that nobody carries out any more, since one at a time may be under way. */
  private String recount() {
    var order =
        new OrderRecount(storage.recountOrders(), (of, id) -> {}, CLOCK)
            .order(tenant, /* repair= */ false, OPERATOR);
    endRecounts();
    return order.id().value();
  }

  private void endRecounts() {
    for (var order : storage.recountOrders().list(tenant)) {
      if (order.endedAt() == null) {
        storage.recountOrders().end(tenant, order.id(), null);
      }
    }
  }

  private static Site asItWas(Site site) {
    return new Site(
        site.id(),
        site.name(),
        site.origins(),
        WidgetTheme.DEFAULT,
        site.strings(),
        site.challenge(),
        site.question(),
        site.createdAt());
  }

  /** Active, on the plan that it was opened with. */
  private void reopen() {
    var tenants = storage.tenants();
    var found = tenants.find(tenant).orElseThrow();
    if (found.deletion() != null) {
      tenants.change(tenant, new TenantChange.CancelDeletion(), OPERATOR);
    }
    if (found.suspension() != null) {
      tenants.change(tenant, new TenantChange.Reactivate(), OPERATOR);
    }
    if (!found.settings().equals(TenantSettings.DEFAULT)) {
      var former = TenantSettings.DEFAULT;
      tenants.change(
          tenant,
          new TenantChange.Configure(former.timeZone(), former.sentimentBy()),
          Actor.platform());
    }
    if (found.plan() != MarkedTenant.PLAN) {
      tenants.change(tenant, new TenantChange.Edit(null, MarkedTenant.PLAN), OPERATOR);
    }
  }

  /** Leave for an operator to read. */
  OperatorGrant grant(Actor operator) {
    return new GrantOperator(storage.operatorGrants(), CLOCK)
        .grant(tenant, operator, canaries.get("grant"), OperatorGrant.DEFAULT_LENGTH);
  }

  /** The oldest key is that of the site's pages; what others made is taken away. */
  private boolean hasOnlyItsOwnAnd(String spare, SiteId site) {
    boolean found = false;
    for (var key : storage.siteKeys().list(tenant, site).stream().skip(1).toList()) {
      if (key.key().value().equals(spare)) {
        found = true;
      } else {
        storage.siteKeys().revoke(tenant, site, key.key(), Actor.platform());
      }
    }
    return found;
  }

  String siteKey(SiteId site) {
    return storage.siteKeys().issue(tenant, site, SiteKey.random(), Actor.platform()).key().value();
  }

  private void restockTeam() {
    var members = storage.members();
    for (var member : members.list(tenant)) {
      var role = team.get(member.user());
      if (role == null) {
        members.remove(tenant, member.user(), Actor.platform());
      } else if (role != member.role()) {
        members.changeRole(tenant, member.user(), role, Actor.platform());
      }
    }
    var there = members.list(tenant).stream().map(Member::user).toList();
    team.forEach((user, role) -> {
      if (!there.contains(user)) {
        members.add(tenant, new Member(user, role, Instant.now()), Actor.platform());
      }
    });
  }

  IssuedApiKey apiKey(String thing, ApiKeyScope... scopes) {
    Set<ApiKeyScope> all = EnumSet.noneOf(ApiKeyScope.class);
    all.addAll(Set.of(scopes));
    return new IssueApiKey(storage.apiKeys(), RealApi.PEPPERS, CLOCK)
        .issue(tenant, Actor.platform(), canaries.get(thing), all, null);
  }

  /** Not with another token since. */
  private static boolean isAsMade(Invitation invitation) {
    return !invitation.expiresAt().isAfter(invitation.createdAt().plus(InvitePerson.OPEN));
  }

  /** Each in another hour, as an hour has so many and no more. */
  private Map<IdKind, String> invitation() {
    var hours = Duration.ofHours(1 + INVITED.getAndIncrement() % 100);
    var earlier = Clock.offset(CLOCK, hours.negated());
    var invited =
        new InvitePerson(RealApi.storageAt(earlier).invitations(), earlier)
            .invite(
                tenant,
                new EmailAddress(canaries.get("invited") + "@example.com"),
                Role.VIEWER,
                Actor.platform());
    return Map.of(
        IdKind.INVITATION, invited.invitation().id().value(),
        IdKind.INVITATION_TOKEN, invited.token().value());
  }
}
