package io.feedbackplatform.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.storage.InMemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SiteDirectoryTest {

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final AtomicLong nanos = new AtomicLong();
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final SiteDirectory sites = new SiteDirectory(storage, clock, nanos::get);
  private final TestTenant tenant = TestTenant.in(storage);

  @Test
  void forgetsARevokedKeyWithinFiveSeconds() {
    assertThat(sites.callerOf(tenant.key())).isPresent();

    storage.siteKeys().revoke(tenant.id(), tenant.site().id(), tenant.key(), Actor.platform());
    pass(Duration.ofSeconds(5));

    assertThat(sites.callerOf(tenant.key())).isEmpty();
  }

  @Test
  void notesTheUseOfAKeyHourly() {
    sites.callerOf(tenant.key());
    assertThat(lastUsed()).isEqualTo(TestObjects.NOW);

    pass(Duration.ofMinutes(59));
    sites.callerOf(tenant.key());
    assertThat(lastUsed()).isEqualTo(TestObjects.NOW);
    pass(Duration.ofMinutes(1));
    sites.callerOf(tenant.key());

    assertThat(lastUsed()).isEqualTo(TestObjects.NOW.plusSeconds(3_600));
  }

  private Instant lastUsed() {
    return storage.siteKeys().list(tenant.id(), tenant.site().id()).getFirst().lastUsedAt();
  }

  @Test
  void forgetsAReplacedKeyWithinFiveSecondsOfItsEnd() {
    var next = SiteKey.random();
    storage
        .siteKeys()
        .rotate(
            tenant.id(),
            tenant.site().id(),
            tenant.key(),
            next,
            Duration.ofHours(1),
            Actor.platform());
    pass(Duration.ofMinutes(59));
    assertThat(sites.callerOf(tenant.key())).isPresent();

    pass(Duration.ofSeconds(65));

    assertThat(sites.callerOf(tenant.key())).isEmpty();
    assertThat(sites.callerOf(next)).isPresent();
  }

  @Test
  void knowsANewKeyAtOnce() {
    var key = SiteKey.random();
    assertThat(sites.callerOf(key)).isEmpty();

    storage.siteKeys().issue(tenant.id(), tenant.site().id(), key, Actor.platform());

    assertThat(sites.callerOf(key)).isPresent();
  }

  @Test
  void remembersForAMinuteWhichOriginsAreListed() {
    var origin = new Origin("https://new.example");
    assertThat(sites.isListed(origin)).isFalse();

    storage.sites().save(tenant.id(), TestObjects.site("https://new.example"), Actor.platform());
    assertThat(sites.isListed(origin)).isFalse();
    pass(Duration.ofSeconds(61));

    assertThat(sites.isListed(origin)).isTrue();
  }

  @Test
  void knowsOneTenantsSitesFromAnothers() {
    var other = TestTenant.in(storage);

    assertThat(sites.has(tenant.id(), tenant.site().id())).isTrue();
    assertThat(sites.has(other.id(), tenant.site().id())).isFalse();
    assertThat(sites.nameOf(tenant.id(), tenant.site().id())).isEqualTo("Shop");
    assertThat(sites.nameOf(other.id(), tenant.site().id())).isEqualTo(tenant.site().id().value());
  }

  @Test
  void remembersForAMinuteWhatASiteIsCalled() {
    assertThat(sites.nameOf(tenant.id(), tenant.site().id())).isEqualTo("Shop");
    var added = TestObjects.site();

    storage.sites().save(tenant.id(), added, Actor.platform());
    storage.sites().save(tenant.id(), renamed(tenant.site(), "Store"), Actor.platform());

    assertThat(sites.nameOf(tenant.id(), added.id())).isEqualTo("Shop");
    assertThat(sites.nameOf(tenant.id(), tenant.site().id())).isEqualTo("Shop");
    pass(Duration.ofSeconds(61));
    assertThat(sites.nameOf(tenant.id(), tenant.site().id())).isEqualTo("Store");
  }

  private static Site renamed(Site site, String name) {
    return new Site(
        site.id(),
        name,
        site.origins(),
        site.theme(),
        site.strings(),
        site.challenge(),
        site.question(),
        site.createdAt());
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    clock.advance(time);
  }
}
