package io.feedbackplatform.benchmarks.cost.measure;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A tenant with one site and one member. */
record World(TenantId tenant, SiteId site, SiteKey key, Origin origin, UserId member) {

  static World in(DynamoDbStorage storage, int number) {
    var world =
        new World(
            TenantId.random(),
            SiteId.random(),
            SiteKey.random(),
            new Origin("https://shop-" + number + ".example"),
            new UserId(UUID.randomUUID().toString()));
    var now = Instant.now();
    storage.tenants().create(Tenant.named(world.tenant, "Shop " + number, now));
    storage
        .sites()
        .save(world.tenant, Site.named(world.site, "Web shop", Set.of(world.origin), now), Actor.platform());
    storage.siteKeys().issue(world.tenant, world.site, world.key, Actor.platform());
    storage
        .members()
        .add(world.tenant, new Member(world.member, Role.AGENT, now), Actor.platform());
    return world;
  }
}
