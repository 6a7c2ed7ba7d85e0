package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.OwnedSite;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeyGrant;
import io.feedbackplatform.core.site.WidgetTheme;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class SitesContract extends StorageContract {

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
            Set.of(new Origin(shop), new Origin(blog)),
            theme,
            Map.of("title", "Wie war's?"),
            Challenge.PROOF_OF_WORK,
            TestObjects.NOW);

    storage.sites().save(tenant, site);

    assertThat(storage.sites().find(tenant, site.id())).contains(site);
    assertThat(storage.sites().list(tenant)).containsExactly(site);
  }

  @Test
  void findsASiteTogetherWithItsOwner() {
    var owner = Tenant.named(TenantId.random(), "Northwind", TestObjects.NOW);
    var site = TestObjects.site(shop);
    storage.sites().save(owner.id(), site);

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
    storage.sites().save(tenant, site);

    var renamed = Site.named(site.id(), "Renamed", site.origins(), TestObjects.NOW);
    storage.sites().save(tenant, renamed);

    assertThat(storage.sites().list(tenant)).containsExactly(renamed);
  }

  @Test
  void listsSitesByName() {
    var zebra = Site.named(SiteId.random(), "Zebra", Set.of(), TestObjects.NOW);
    var apple = Site.named(SiteId.random(), "Apple", Set.of(), TestObjects.NOW);
    storage.sites().save(tenant, zebra);
    storage.sites().save(tenant, apple);

    assertThat(storage.sites().list(tenant)).containsExactly(apple, zebra);
  }

  @Test
  void showsASiteToItsTenantOnly() {
    var site = TestObjects.site(shop);

    storage.sites().save(tenant, site);

    assertThat(storage.sites().find(otherTenant, site.id())).isEmpty();
    assertThat(storage.sites().list(otherTenant)).isEmpty();
    assertThat(storage.sites().find(tenant, site.id())).isPresent();
  }

  @Test
  void knowsTheOriginsThatAnySiteLists() {
    storage.sites().save(tenant, TestObjects.site(shop));

    assertThat(storage.sites().isListed(new Origin(shop))).isTrue();
    assertThat(storage.sites().isListed(new Origin(blog))).isFalse();
  }

  @Test
  void forgetsAnOriginWhenTheLastSiteDropsIt() {
    var site = TestObjects.site(shop);
    var twin = TestObjects.site(shop);
    storage.sites().save(tenant, site);
    storage.sites().save(otherTenant, twin);

    storage.sites().save(tenant, TestObjects.site(site.id(), blog));
    assertThat(storage.sites().isListed(new Origin(shop))).isTrue();
    storage.sites().save(otherTenant, TestObjects.site(twin.id(), blog));

    assertThat(storage.sites().isListed(new Origin(shop))).isFalse();
    assertThat(storage.sites().isListed(new Origin(blog))).isTrue();
  }

  @Test
  void replacesAsManyOriginsAsASiteCanHave() {
    var id = SiteId.random();
    storage.sites().save(tenant, TestObjects.site(id, origins("old", Site.MOST_ORIGINS)));

    var replaced = TestObjects.site(id, origins("new", Site.MOST_ORIGINS));
    storage.sites().save(tenant, replaced);

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
                      () -> storage.sites().save(tenant, TestObjects.site(id, origin))))
              .toList();
      for (var save : threads.invokeAll(saves)) {
        save.get();
      }
    }

    var last = storage.sites().find(tenant, id).orElseThrow().origins();
    assertThat(candidates.stream().map(Origin::new).filter(storage.sites()::isListed))
        .containsExactlyElementsOf(last);
  }

  @Test
  void tellsWhatAKeyStandsFor() {
    var site = SiteId.random();
    var key = SiteKey.random();

    storage.siteKeys().issue(tenant, site, key);

    assertThat(storage.siteKeys().find(key)).contains(new SiteKeyGrant(tenant, site));
    assertThat(storage.siteKeys().list(tenant, site)).containsExactly(key);
    assertThat(storage.siteKeys().find(SiteKey.random())).isEmpty();
  }

  @Test
  void issuesAKeyAgainForTheSameSiteOnly() {
    var site = SiteId.random();
    var key = SiteKey.random();
    storage.siteKeys().issue(tenant, site, key);

    storage.siteKeys().issue(tenant, site, key);

    assertThatThrownBy(() -> storage.siteKeys().issue(otherTenant, SiteId.random(), key))
        .isInstanceOf(RuntimeException.class);
    assertThat(storage.siteKeys().find(key)).contains(new SiteKeyGrant(tenant, site));
  }

  @Test
  void revokesAKeyForItsTenantOnly() {
    var site = SiteId.random();
    var key = SiteKey.random();
    storage.siteKeys().issue(tenant, site, key);

    storage.siteKeys().revoke(otherTenant, key);
    assertThat(storage.siteKeys().find(key)).isPresent();
    assertThat(storage.siteKeys().list(otherTenant, site)).isEmpty();
    storage.siteKeys().revoke(tenant, key);

    assertThat(storage.siteKeys().find(key)).isEmpty();
    assertThat(storage.siteKeys().list(tenant, site)).isEmpty();
  }

  private String[] origins(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "https://" + name + i + "." + host + ".example")
        .toArray(String[]::new);
  }
}
