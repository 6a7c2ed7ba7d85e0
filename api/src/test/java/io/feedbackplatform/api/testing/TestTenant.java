package io.feedbackplatform.api.testing;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.UUID;

/**
 * A fresh tenant with one site, one key for it and one member.
 *
 * @param origin an origin that the site lists and no other site does
 */
public record TestTenant(TenantId id, Site site, SiteKey key, String origin, UserId member) {

  public static TestTenant in(Storage storage) {
    Tenant tenant = TestObjects.tenant();
    storage.tenants().create(tenant);
    var origin =
        "https://shop-" + tenant.id().value().toLowerCase(java.util.Locale.ROOT) + ".example";
    var site = TestObjects.site(origin);
    storage.sites().save(tenant.id(), site, Actor.platform());
    var key = SiteKey.random();
    storage.siteKeys().issue(tenant.id(), site.id(), key, Actor.platform());
    var user = new UserId(UUID.randomUUID().toString());
    join(storage, tenant.id(), user, Role.VIEWER);
    return new TestTenant(tenant.id(), site, key, origin, user);
  }

  public static void join(Storage storage, TenantId tenant, UserId user, Role role) {
    storage.members().add(tenant, new Member(user, role, TestObjects.NOW), Actor.platform());
  }
}
