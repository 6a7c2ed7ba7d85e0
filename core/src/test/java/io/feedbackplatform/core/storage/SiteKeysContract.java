package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeyGrant;
import io.feedbackplatform.core.site.SiteKeyInUse;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SiteKeysContract extends StorageContract {

  private static final Duration DAY = Duration.ofDays(1);

  private final Actor admin = Actor.person("ada", "192.0.2.7");
  private final SiteKey key = SiteKey.random();
  private final SiteKey next = SiteKey.random();

  private SiteKeys keys;
  private SiteId site;
  private SiteId otherSite;

  @BeforeEach
  void makeSites() {
    keys = storage.siteKeys();
    site = made(tenant);
    otherSite = made(tenant);
  }

  @Test
  void tellsWhatAKeyStandsFor() {
    assertThat(issue(key)).isEqualTo(SiteKeyInUse.made(key, TestObjects.NOW));

    assertThat(keys.find(key)).contains(new SiteKeyGrant(tenant, site, null));
    assertThat(keys.list(tenant, site)).containsExactly(SiteKeyInUse.made(key, TestObjects.NOW));
    assertThat(keys.find(SiteKey.random())).isEmpty();
    assertThat(keys.list(tenant, otherSite)).isEmpty();
    assertThat(keys.list(otherTenant, site)).isEmpty();
  }

  @Test
  void issuesAKeyForASiteOfTheTenantOnly() {
    assertThatThrownBy(() -> keys.issue(otherTenant, site, key, admin))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(() -> keys.issue(tenant, SiteId.random(), key, admin))
        .isInstanceOf(DomainException.NotFound.class);

    assertThat(keys.find(key)).isEmpty();
    issue(key);
    assertThat(keys.find(key)).isPresent();
  }

  @Test
  void issuesAKeyAgainForTheSameSiteOnly() {
    var foreign = made(otherTenant);
    issue(key);

    issue(key);

    assertThatThrownBy(() -> keys.issue(otherTenant, foreign, key, admin))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> keys.issue(tenant, otherSite, key, admin))
        .isInstanceOf(RuntimeException.class);
    assertThat(keys.find(key)).contains(new SiteKeyGrant(tenant, site, null));
    assertThat(keys.list(otherTenant, foreign)).isEmpty();
  }

  @Test
  void letsTheReplacedKeyGoOnForTheOverlapAndNoLonger() {
    issue(key);
    clock.advance(Duration.ofSeconds(1));

    keys.rotate(tenant, site, key, next, DAY, admin);

    var now = TestObjects.NOW.plusSeconds(1);
    assertThat(keys.list(tenant, site))
        .containsExactly(
            new SiteKeyInUse(key, TestObjects.NOW, now.plus(DAY), next, null),
            SiteKeyInUse.made(next, now));
    clock.advance(DAY.minusMillis(1));
    assertThat(keys.find(key)).isPresent();
    clock.advance(Duration.ofMillis(1));

    assertThat(keys.find(key)).isEmpty();
    assertThat(keys.find(next)).isPresent();
    assertThat(keys.list(tenant, site)).extracting(SiteKeyInUse::key).containsExactly(next);
    assertThatThrownBy(() -> keys.revoke(tenant, site, key, admin))
        .isInstanceOf(DomainException.NotFound.class);
  }

  @Test
  void endsTheReplacedKeyAtOnceWithoutOverlap() {
    issue(key);

    keys.rotate(tenant, site, key, next, Duration.ZERO, admin);

    assertThat(keys.find(key)).isEmpty();
    assertThat(keys.find(next)).contains(new SiteKeyGrant(tenant, site, null));
    assertThat(keys.list(tenant, site)).extracting(SiteKeyInUse::key).containsExactly(next);
  }

  @Test
  void replacesAKeyOnce() {
    issue(key);
    keys.rotate(tenant, site, key, next, DAY, admin);

    assertThatThrownBy(() -> keys.rotate(tenant, site, key, SiteKey.random(), DAY, admin))
        .isInstanceOf(DomainException.SiteKeyReplaced.class);
    assertThatThrownBy(() ->
            keys.rotate(
                tenant,
                site,
                next,
                SiteKey.random(),
                SiteKeyInUse.LONGEST_OVERLAP.plusSeconds(1),
                admin))
        .isInstanceOf(IllegalArgumentException.class);

    keys.rotate(tenant, site, next, SiteKey.random(), SiteKeyInUse.LONGEST_OVERLAP, admin);
    assertThat(keys.list(tenant, site)).hasSize(3);
  }

  @Test
  void replacesAKeyOnceWhenSeveralTryAtOnce() throws Exception {
    issue(key);

    try (var threads = Executors.newFixedThreadPool(6)) {
      var rotations =
          IntStream.range(0, 6)
              .mapToObj(i ->
                  (Callable<SiteKeyInUse>)
                      () -> keys.rotate(tenant, site, key, SiteKey.random(), DAY, admin))
              .toList();
      assertThat(threads.invokeAll(rotations))
          .filteredOn(rotation -> rotation.state() == Future.State.SUCCESS)
          .hasSize(1);
    }

    assertThat(keys.list(tenant, site)).hasSize(2);
  }

  @Test
  void revokesAKeyForItsTenantAndSiteOnly() {
    issue(key);

    assertThatThrownBy(() -> keys.revoke(otherTenant, site, key, admin))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(() -> keys.revoke(tenant, otherSite, key, admin))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(() -> keys.rotate(otherTenant, site, key, next, DAY, admin))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(() -> keys.rotate(tenant, otherSite, key, next, DAY, admin))
        .isInstanceOf(DomainException.NotFound.class);
    assertThat(keys.find(key)).isPresent();
    assertThat(keys.find(next)).isEmpty();
    keys.revoke(tenant, site, key, admin);

    assertThat(keys.find(key)).isEmpty();
    assertThat(keys.list(tenant, site)).isEmpty();
    assertThatThrownBy(() -> keys.revoke(tenant, site, key, admin))
        .isInstanceOf(DomainException.NotFound.class);
  }

  @Test
  void keepsAsManyKeysAsASiteMayHave() {
    issue(key);
    for (int n = 1; n < SiteKeyInUse.MOST; n++) {
      issue(SiteKey.random());
    }

    assertThatThrownBy(() -> issue(next)).isInstanceOf(DomainException.TooManySiteKeys.class);
    assertThatThrownBy(() -> keys.rotate(tenant, site, key, next, DAY, admin))
        .isInstanceOf(DomainException.TooManySiteKeys.class);
    assertThat(keys.find(next)).isEmpty();

    keys.rotate(tenant, site, key, next, Duration.ZERO, admin);
    assertThat(keys.list(tenant, site)).hasSize(SiteKeyInUse.MOST);
    keys.issue(tenant, otherSite, SiteKey.random(), admin);
  }

  @Test
  void auditsWhatPutsAKeyIntoUseAndOutOfIt() {
    int before = events().size();

    issue(key);
    issue(key);
    keys.rotate(tenant, site, key, next, DAY, admin);
    keys.revoke(tenant, site, next, admin);
    keys.noteUse(tenant, site, key, TestObjects.NOW);

    assertThat(events().subList(before, events().size()))
        .containsExactly(
            event(Operation.SITE_KEY_CREATED, key),
            event(Operation.SITE_KEY_ROTATED, key, "endsAt", "replacedBy"),
            event(Operation.SITE_KEY_REVOKED, next));
  }

  @Test
  void notesItsUseHourlyForItsTenantAndSiteOnly() {
    issue(key);
    keys.noteUse(otherTenant, site, key, TestObjects.NOW);
    keys.noteUse(tenant, otherSite, key, TestObjects.NOW);
    keys.noteUse(tenant, site, next, TestObjects.NOW);
    assertThat(keys.find(key)).contains(new SiteKeyGrant(tenant, site, null));

    keys.noteUse(tenant, site, key, TestObjects.NOW);
    keys.noteUse(tenant, site, key, TestObjects.NOW.plusSeconds(3_599));
    var grant = new SiteKeyGrant(tenant, site, TestObjects.NOW);
    assertThat(keys.find(key)).contains(grant);
    assertThat(grant.isUseUnnotedAt(TestObjects.NOW.plusSeconds(3_599))).isFalse();
    assertThat(grant.isUseUnnotedAt(TestObjects.NOW.plusSeconds(3_600))).isTrue();

    keys.noteUse(tenant, site, key, TestObjects.NOW.plusSeconds(3_600));
    assertThat(keys.list(tenant, site))
        .extracting(SiteKeyInUse::lastUsedAt)
        .containsExactly(TestObjects.NOW.plusSeconds(3_600));
    assertThat(keys.find(next)).isEmpty();
  }

  private SiteId made(TenantId owner) {
    var created = TestObjects.site();
    storage.sites().save(owner, created, admin);
    return created.id();
  }

  private SiteKeyInUse issue(SiteKey issued) {
    return keys.issue(tenant, site, issued, admin);
  }

  private List<AuditEvent> events() {
    return storage.audit().entries(tenant).map(AuditEntry::event).toList();
  }

  private AuditEvent event(Operation operation, SiteKey of, String... fields) {
    return AuditEvent.of(
        admin,
        operation,
        TestObjects.NOW,
        new Target(Target.Kind.SITE_KEY, of.value()),
        List.of(fields));
  }
}
