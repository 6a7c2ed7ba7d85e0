package io.feedbackplatform.api.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.apikey.ApiKey;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeyToken;
import io.feedbackplatform.core.apikey.ApiKeys;
import io.feedbackplatform.core.apikey.OwnedApiKey;
import io.feedbackplatform.core.apikey.Peppers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up keys, remembering for at most four seconds those that were accepted, so that a revoked
 * one is refused within five. What was remembered only ever accepts: a token that it refuses is
 * looked up again, because the key may have a new secret since.
 */
public final class ApiKeyDirectory implements SnapshotPart {

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyDirectory.class);

  private static final Duration MEMORY = Duration.ofSeconds(4);
  private static final int MOST = 10_000;

  private final ApiKeys keys;
  private final Peppers peppers;
  private final Clock clock;
  private final LoadingCache<ApiKeyId, Optional<OwnedApiKey>> known;
  private final Cache<ApiKeyId, Boolean> noted;

  ApiKeyDirectory(ApiKeys keys, Peppers peppers, Clock clock, Ticker ticker) {
    this.keys = keys;
    this.peppers = peppers;
    this.clock = clock;
    this.known = memory(MEMORY, ticker).build(keys::lookUp);
    this.noted = memory(ApiKey.USE_PRECISION, ticker).build();
  }

  /** Whom the token stands for; empty whatever is wrong with it. */
  Optional<ApiKeyCaller> callerOf(ApiKeyToken token) {
    var now = clock.instant();
    var remembered = known.getIfPresent(token.id());
    var found = accepted(remembered == null ? Optional.empty() : remembered, token, now);
    if (found.isEmpty()) {
      known.invalidate(token.id());
      found = accepted(known.get(token.id()), token, now);
    }
    if (found.isEmpty()) {
      known.invalidate(token.id());
    }
    found.ifPresent(owned -> noteUse(owned, now));
    return found.map(
        owned -> new ApiKeyCaller(owned.owner(), owned.key().id(), owned.key().scopes()));
  }

  private Optional<OwnedApiKey> accepted(
      Optional<OwnedApiKey> found, ApiKeyToken token, Instant now) {
    return found.filter(owned -> owned.key().accepts(token, peppers, now));
  }

  /** Nobody's request fails because a note could not be made. */
  private void noteUse(OwnedApiKey owned, Instant now) {
    var key = owned.key();
    if (key.isUseUnnotedAt(now) && noted.asMap().putIfAbsent(key.id(), true) == null) {
      try {
        keys.noteUse(owned.owner(), key.id(), now);
      } catch (RuntimeException away) {
        noted.invalidate(key.id());
        LOG.atWarn().addKeyValue("cause", away.toString()).log("The use of a key is not noted");
      }
    }
  }

  /** Looks for a key that nobody has. */
  @Override
  public void prime() {
    callerOf(ApiKeyToken.random(ApiKeyId.random()));
  }

  @Override
  public void renew() {
    known.invalidateAll();
    noted.invalidateAll();
  }

  private static Caffeine<Object, Object> memory(Duration length, Ticker ticker) {
    return Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterWrite(length)
        .ticker(ticker)
        .executor(Runnable::run);
  }
}
