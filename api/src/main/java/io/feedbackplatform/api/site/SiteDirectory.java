package io.feedbackplatform.api.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeyGrant;
import io.feedbackplatform.core.site.SiteKeyInUse;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up sites, remembering what it found for at most four seconds, so that a busy page costs few
 * reads and a revoked key is refused within five seconds. What was not found is asked again. Names,
 * which only people read, are remembered for a minute, as open inboxes ask every two seconds.
 */
public final class SiteDirectory implements SnapshotPart {

  private static final Logger LOG = LoggerFactory.getLogger(SiteDirectory.class);

  private static final Duration MEMORY = Duration.ofSeconds(4);
  private static final Duration PREFLIGHT_MEMORY = Duration.ofSeconds(60);
  private static final Duration NAMES_MEMORY = Duration.ofSeconds(60);

  private record TenantSite(TenantId tenant, SiteId site) {}

  private final Storage storage;
  private final Clock clock;
  private final Cache<SiteKey, Boolean> noted;
  private final LoadingCache<SiteKey, Optional<SiteCaller>> callers;
  private final LoadingCache<TenantId, Map<SiteId, String>> names;
  private final LoadingCache<TenantSite, String> strangers;
  private final LoadingCache<Origin, Boolean> listed;

  SiteDirectory(Storage storage, Clock clock, Ticker ticker) {
    this.storage = storage;
    this.clock = clock;
    this.noted = memory(SiteKeyInUse.USE_PRECISION, ticker).build();
    this.callers = memory(MEMORY, ticker).build(this::load);
    this.names = memory(NAMES_MEMORY, ticker).build(this::loadNames);
    this.strangers = memory(MEMORY, ticker).build(this::loadName);
    this.listed = memory(PREFLIGHT_MEMORY, ticker).build(storage.sites()::isListed);
  }

  /** Whom the key stands for; empty when it is not in use. */
  Optional<SiteCaller> callerOf(SiteKey key) {
    var caller = callers.get(key);
    if (caller.isEmpty()) {
      callers.invalidate(key);
    }
    return caller;
  }

  /** Whether any site lists the origin, as it was within the last minute. */
  boolean isListed(Origin origin) {
    return listed.get(origin);
  }

  /** What people call the site; its id when it is gone. */
  public String nameOf(TenantId tenant, SiteId site) {
    var name = names.get(tenant).get(site);
    return name != null ? name : strangers.get(new TenantSite(tenant, site));
  }

  /** Whether the site is one of the tenant's. */
  public boolean has(TenantId tenant, SiteId site) {
    return names.get(tenant).containsKey(site) || storage.sites().find(tenant, site).isPresent();
  }

  /** Looks for a key that nobody has. */
  @Override
  public void prime() {
    callerOf(SiteKey.random());
  }

  @Override
  public boolean isPrimedAtStart() {
    return true;
  }

  @Override
  public void renew() {
    callers.invalidateAll();
    names.invalidateAll();
    strangers.invalidateAll();
    listed.invalidateAll();
    noted.invalidateAll();
  }

  private Optional<SiteCaller> load(SiteKey key) {
    return storage
        .siteKeys()
        .find(key)
        .flatMap(grant ->
            storage
                .sites()
                .findOwned(grant.tenant(), grant.site())
                .map(found -> {
                  noteUse(key, grant);
                  return new SiteCaller(found.owner(), found.site());
                }));
  }

  /** At most hourly; nobody's request fails because a note could not be made. */
  private void noteUse(SiteKey key, SiteKeyGrant grant) {
    var now = clock.instant();
    if (grant.isUseUnnotedAt(now) && noted.asMap().putIfAbsent(key, true) == null) {
      try {
        storage.siteKeys().noteUse(grant.tenant(), grant.site(), key, now);
      } catch (RuntimeException away) {
        LOG.atWarn().addKeyValue("cause", away.toString()).log("The use of a key is not noted");
      }
    }
  }

  /** Of a site that is new, or gone. */
  private String loadName(TenantSite stranger) {
    return storage
        .sites()
        .find(stranger.tenant(), stranger.site())
        .map(Site::name)
        .orElse(stranger.site().value());
  }

  private Map<SiteId, String> loadNames(TenantId tenant) {
    return storage.sites().list(tenant).stream()
        .collect(Collectors.toUnmodifiableMap(Site::id, Site::name));
  }

  private static Caffeine<Object, Object> memory(Duration length, Ticker ticker) {
    return Caffeine.newBuilder()
        .maximumSize(10_000)
        .expireAfterWrite(length)
        .ticker(ticker)
        // Its upkeep is not worth a pool of threads, which a first request would have to start.
        .executor(Runnable::run);
  }
}
