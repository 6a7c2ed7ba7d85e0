package io.feedbackplatform.api.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The issuer's public keys, fetched when a token first needs them. They are renewed before they go
 * stale, outlive an outage of the issuer, and are fetched at most twice in half a minute, however
 * many tokens name keys that do not exist.
 */
final class IssuerKeys implements JWKSource<SecurityContext>, Closeable {

  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(5);
  private static final Duration RENEWAL = Duration.ofMinutes(2);
  private static final Duration RATE = Duration.ofSeconds(30);
  private static final Duration OUTAGE = Duration.ofHours(4);

  private final JWKSource<SecurityContext> source;
  private volatile boolean known;

  private IssuerKeys(JWKSource<SecurityContext> source) {
    this.source = source;
  }

  static IssuerKeys of(URI issuer) throws MalformedURLException {
    var address = URI.create(issuer + "/.well-known/jwks.json").toURL();
    return new IssuerKeys(
        JWKSourceBuilder.<SecurityContext>create(address, new KeyRetriever())
            .cache(LIFE.toMillis(), WAIT_FOR_OTHERS.toMillis())
            .refreshAheadCache(RENEWAL.toMillis(), false)
            .rateLimited(RATE.toMillis())
            .retrying(true)
            .outageTolerant(OUTAGE.toMillis())
            .build());
  }

  /** A key that may not be looked for again yet is an unknown key, once any keys are known. */
  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
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
  public void close() throws IOException {
    if (source instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
