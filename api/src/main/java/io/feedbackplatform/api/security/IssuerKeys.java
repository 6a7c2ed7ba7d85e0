package io.feedbackplatform.api.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import io.feedbackplatform.api.snapstart.SnapshotPart;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys, fetched when a token first needs them. They are renewed before they go
 * stale, outlive an outage of the issuer, and are fetched at most twice in half a minute, however
 * many tokens name keys that do not exist.
 */
final class IssuerKeys implements JWKSource<SecurityContext>, SnapshotPart, Closeable {

  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(5);
  private static final Duration RENEWAL = Duration.ofMinutes(2);
  private static final Duration RATE = Duration.ofSeconds(30);
  private static final Duration OUTAGE = Duration.ofHours(4);

  private final URL address;
  private final Clock clock;
  private volatile JWKSource<SecurityContext> source;
  private volatile boolean known;

  private IssuerKeys(URL address, Clock clock) {
    this.address = address;
    this.clock = clock;
    this.source = source();
  }

  static IssuerKeys of(URI issuer, Clock clock) throws MalformedURLException {
    return new IssuerKeys(URI.create(issuer + "/.well-known/jwks.json").toURL(), clock);
  }

  private JWKSource<SecurityContext> source() {
    var built =
        JWKSourceBuilder.<SecurityContext>create(address, new KeyRetriever())
            .cache(LIFE.toMillis(), WAIT_FOR_OTHERS.toMillis())
            .refreshAheadCache(RENEWAL.toMillis(), false)
            .rateLimited(RATE.toMillis())
            .retrying(true)
            .outageTolerant(OUTAGE.toMillis())
            .build();
    var sets = ((JWKSetBasedJWKSource<SecurityContext>) built).getJWKSetSource();
    return new JWKSetBasedJWKSource<>(new ClockedKeys(sets, clock));
  }

  @Override
  public void prime() {
    try {
      get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    } catch (KeySourceException away) {
      throw new IllegalStateException(away);
    }
  }

  /** A key may have been withdrawn while the process stood still. */
  @Override
  public void renew() {
    var before = source;
    source = source();
    known = false;
    close(before);
  }

  /** A key that may not be looked for again yet is an unknown key, once any keys are known. */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      var keys = source.get(selector, context);
      known = true;
      return keys;
    } catch (RateLimitReachedException limited) {
      if (known) {
        return List.of();
      }
      throw limited;
    }
  }

  @Override
  public void close() {
    close(source);
  }

  private static void close(JWKSource<SecurityContext> source) {
    if (source instanceof Closeable closeable) {
      try {
        closeable.close();
      } catch (IOException unclosable) {
        throw new UncheckedIOException(unclosable);
      }
    }
  }
}
