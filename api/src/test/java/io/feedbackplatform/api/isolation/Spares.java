package io.feedbackplatform.api.isolation;

import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.apikey.IssuedApiKey;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.member.InvitationId;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a tenant has for operations that end or use things up: a member, an API key, a site key and
 * an invitation that nobody needs, and in place of each that is gone another one.
 *
 * @param canaries what new things are called
 * @param team who is of the team, as what; nobody else stays in it
 */
record Spares(
    Storage storage, TenantId tenant, Map<String, String> canaries, Map<UserId, Role> team) {

  private static final Clock CLOCK = Clock.systemUTC();

  /** As it is to be, all of it new. */
  Map<IdKind, String> stock() {
    var ids = new EnumMap<IdKind, String>(IdKind.class);
    ids.put(IdKind.API_KEY, apiKey("apikey", ApiKeyScope.FEEDBACK_READ).key().id().value());
    ids.putAll(invitation());
    return ids;
  }

  /** Brings back what is gone, and says what is another one now. */
  Map<IdKind, String> restock(Ids ids) {
    restockTeam();
    var others = new EnumMap<IdKind, String>(IdKind.class);
    var key = storage.apiKeys().find(tenant, new ApiKeyId(ids.get(IdKind.API_KEY)));
    if (key.isEmpty() || key.get().revokedAt() != null) {
      others.put(IdKind.API_KEY, apiKey("apikey", ApiKeyScope.FEEDBACK_READ).key().id().value());
    }
    var invitation = new InvitationId(ids.get(IdKind.INVITATION));
    if (storage.invitations().list(tenant).stream().noneMatch(one -> one.id().equals(invitation))) {
      others.putAll(invitation());
    }
    var site = new SiteId(ids.get(IdKind.SITE));
    if (!hasOnlyItsOwnAnd(ids.get(IdKind.SITE_KEY), site)) {
      others.put(IdKind.SITE_KEY, siteKey(site));
    }
    return others;
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

  private Map<IdKind, String> invitation() {
    var invited =
        new InvitePerson(storage.invitations(), CLOCK)
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
