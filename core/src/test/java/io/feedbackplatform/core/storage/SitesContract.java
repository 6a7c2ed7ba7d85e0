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
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.OriginPattern;
import io.feedbackplatform.core.site.OwnedSite;
import io.feedbackplatform.core.site.Question;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.WidgetTheme;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class SitesContract extends StorageContract {

  private final Actor admin = Actor.person("ada", "192.0.2.7");
  private final String host = SiteId.random().value().toLowerCase(Locale.ROOT);
  private final String shop = "https://" + host + ".example";
  private final String blog = "https://blog." + host + ".example";

  @Test
  void findsASiteAsItWasSaved() {
    var theme = new WidgetTheme("#AB12cd", WidgetTheme.Mode.DARK, WidgetTheme.Position.BOTTOM_LEFT);
    var site =
        new Site(
            SiteId.random(),
            "Shop",
            Set.of(new OriginPattern(shop), new OriginPattern("https://*." + host + ".example")),
            theme,
            Map.of("title", "Wie war's?"),
            Challenge.PROOF_OF_WORK,
            Question.CES,
            TestObjects.NOW);

    storage.sites().save(tenant, site, admin);

    assertThat(storage.sites().find(tenant, site.id())).contains(site);
    assertThat(storage.sites().list(tenant)).containsExactly(site);
  }

  @Test
  void findsASiteTogetherWithItsOwner() {
    var owner = Tenant.named(TenantId.random(), "Northwind", TestObjects.NOW);
    var site = TestObjects.site(shop);
    storage.sites().save(owner.id(), site, admin);

    assertThat(storage.sites().findOwned(owner.id(), site.id())).as("without a tenant").isEmpty();
    storage.tenants().create(owner);

    assertThat(storage.sites().findOwned(owner.id(), site.id()))
        .contains(new OwnedSite(owner, site));
    assertThat(storage.sites().findOwned(owner.id(), SiteId.random())).isEmpty();
    assertThat(storage.sites().findOwned(tenant, site.id())).isEmpty();
  }

  @Test
  void replacesASite() {
    var site = TestObjects.site(shop);
    storage.sites().save(tenant, site, admin);

    var renamed = Site.named(site.id(), "Renamed", Set.of(new Origin(shop)), TestObjects.NOW);
    storage.sites().save(tenant, renamed, admin);

    assertThat(storage.sites().list(tenant)).containsExactly(renamed);
  }

  @Test
  void listsSitesByName() {
    var zebra = Site.named(SiteId.random(), "Zebra", Set.of(), TestObjects.NOW);
    var apple = Site.named(SiteId.random(), "Apple", Set.of(), TestObjects.NOW);
    storage.sites().save(tenant, zebra, admin);
    storage.sites().save(tenant, apple, admin);

    assertThat(storage.sites().list(tenant)).containsExactly(apple, zebra);
  }

  @Test
  void showsASiteToItsTenantOnly() {
    var site = TestObjects.site(shop);

    storage.sites().save(tenant, site, admin);

    assertThat(storage.sites().find(otherTenant, site.id())).isEmpty();
    assertThat(storage.sites().list(otherTenant)).isEmpty();
    assertThat(storage.sites().find(tenant, site.id())).isPresent();
  }

  @Test
  void knowsTheOriginsThatAnySiteLists() {
    storage.sites().save(tenant, TestObjects.site(shop), admin);

    assertThat(storage.sites().isListed(new Origin(shop))).isTrue();
    assertThat(storage.sites().isListed(new Origin(blog))).isFalse();
  }

  @Test
  void forgetsAnOriginWhenTheLastSiteDropsIt() {
    var site = TestObjects.site(shop);
    var twin = TestObjects.site(shop);
    storage.sites().save(tenant, site, admin);
    storage.sites().save(otherTenant, twin, admin);

    storage.sites().save(tenant, TestObjects.site(site.id(), blog), admin);
    assertThat(storage.sites().isListed(new Origin(shop))).isTrue();
    storage.sites().save(otherTenant, TestObjects.site(twin.id(), blog), admin);

    assertThat(storage.sites().isListed(new Origin(shop))).isFalse();
    assertThat(storage.sites().isListed(new Origin(blog))).isTrue();
  }

  @Test
  void replacesAsManyOriginsAsASiteCanHave() {
    var id = SiteId.random();
    storage.sites().save(tenant, TestObjects.site(id, origins("old", Site.MOST_ORIGINS)), admin);

    var replaced = TestObjects.site(id, origins("new", Site.MOST_ORIGINS));
    storage.sites().save(tenant, replaced, admin);

    assertThat(storage.sites().find(tenant, id)).contains(replaced);
    assertThat(storage.sites().isListed(new Origin(origins("old", 1)[0]))).isFalse();
    assertThat(storage.sites().isListed(new Origin(origins("new", 1)[0]))).isTrue();
    assertThatThrownBy(() -> TestObjects.site(id, origins("new", Site.MOST_ORIGINS + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listsOnlyTheOriginsOfTheSaveThatCameLast() throws Exception {
    var id = SiteId.random();
    var candidates = List.of(origins("racer", 8));

    try (var threads = Executors.newFixedThreadPool(candidates.size())) {
      var saves =
          candidates.stream()
              .map(origin ->
                  Executors.callable(
                      () -> storage.sites().save(tenant, TestObjects.site(id, origin), admin)))
              .toList();
      for (var save : threads.invokeAll(saves)) {
        save.get();
      }
    }

    var last = storage.sites().find(tenant, id).orElseThrow().origins();
    assertThat(candidates.stream().map(Origin::new).filter(storage.sites()::isListed))
        .extracting(OriginPattern::of)
        .containsExactlyElementsOf(last);
  }

  @Test
  void allowsAllOriginsBelowAListedDomain() {
    var id = SiteId.random();
    storage.sites().save(tenant, listing(id, "https://*." + host + ".example"), admin);

    for (var deep : new String[] {"www.", "a.b.c.d.e.f.g."}) {
      assertThat(storage.sites().isListed(new Origin("https://" + deep + host + ".example")))
          .isTrue();
    }
    for (var other :
        new String[] {
          shop,
          "http://www." + host + ".example",
          "https://www." + host + ".example:8443",
          "https://evil-" + host + ".example",
          "https://www." + host + ".example.evil.example"
        }) {
      assertThat(storage.sites().isListed(new Origin(other))).as(other).isFalse();
    }

    storage.sites().save(tenant, TestObjects.site(id, shop), admin);
    assertThat(storage.sites().isListed(new Origin("https://www." + host + ".example"))).isFalse();
  }

  @Test
  void auditsWhatIsMadeAndChangedAndNothingElse() {
    var site = TestObjects.site(shop);
    storage.sites().save(tenant, site, admin);
    storage.sites().save(tenant, site, admin);
    assertThat(storage.sites().change(tenant, site.id(), same -> same, admin)).isEqualTo(site);
    var renamed = Site.named(site.id(), "Renamed", Set.of(), TestObjects.NOW);
    assertThat(storage.sites().change(tenant, site.id(), same -> renamed, admin))
        .isEqualTo(renamed);

    assertThat(storage.sites().find(tenant, site.id())).contains(renamed);
    assertThat(storage.audit().entries(tenant).map(AuditEntry::event))
        .containsExactly(
            event(Operation.SITE_CREATED, site.id(), "name", "origins"),
            event(Operation.SITE_CHANGED, site.id(), "name", "origins"));
    assertThat(storage.audit().entries(otherTenant)).isEmpty();
  }

  @Test
  void changesASiteForItsTenantOnly() {
    var site = TestObjects.site(shop);
    storage.sites().save(tenant, site, admin);

    assertThatThrownBy(() -> storage.sites().change(otherTenant, site.id(), same -> same, admin))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(() -> storage.sites().change(tenant, SiteId.random(), same -> same, admin))
        .isInstanceOf(DomainException.NotFound.class);
    assertThatThrownBy(
            () -> storage.sites().change(tenant, site.id(), same -> TestObjects.site(), admin))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(storage.sites().find(tenant, site.id())).contains(site);
    assertThat(storage.sites().list(otherTenant)).isEmpty();
  }

  @Test
  void losesNoChangeOfSeveralAtOnce() throws Exception {
    var site = TestObjects.site();
    storage.sites().save(tenant, site, admin);
    var added = List.of(origins("added", 6));

    try (var threads = Executors.newFixedThreadPool(added.size())) {
      var changes =
          added.stream()
              .map(origin ->
                  (Callable<Site>)
                      () ->
                          storage
                              .sites()
                              .change(tenant, site.id(), now -> adding(now, origin), admin))
              .toList();
      for (var change : threads.invokeAll(changes)) {
        change.get();
      }
    }

    assertThat(storage.sites().find(tenant, site.id()).orElseThrow().origins())
        .containsExactlyInAnyOrderElementsOf(added.stream().map(OriginPattern::new).toList());
  }

  @Test
  void keepsAsManySitesAsATenantMayHave() {
    var first = TestObjects.site();
    storage.sites().save(tenant, first, admin);
    for (int n = 1; n < Site.MOST_SITES; n++) {
      storage.sites().save(tenant, TestObjects.site(), admin);
    }

    assertThatThrownBy(() -> storage.sites().save(tenant, TestObjects.site(), admin))
        .isInstanceOf(DomainException.TooManySites.class);
    storage.sites().save(tenant, TestObjects.site(first.id(), shop), admin);
    storage.sites().save(otherTenant, TestObjects.site(), admin);
    assertThat(storage.sites().list(tenant)).hasSize(Site.MOST_SITES);
  }

  private AuditEvent event(Operation operation, SiteId site, String... fields) {
    return AuditEvent.of(
        admin,
        operation,
        TestObjects.NOW,
        new Target(Target.Kind.SITE, site.value()),
        List.of(fields));
  }

  private static Site listing(SiteId id, String pattern) {
    return adding(TestObjects.site(id), pattern);
  }

  private static Site adding(Site site, String pattern) {
    var origins = new HashSet<>(site.origins());
    origins.add(new OriginPattern(pattern));
    return site.withOrigins(origins);
  }

  private String[] origins(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "https://" + name + i + "." + host + ".example")
        .toArray(String[]::new);
  }
}
