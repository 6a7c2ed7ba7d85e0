package io.feedbackplatform.api.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Keys by our clock. Each layer of the library's sources goes by the time that it is handed, and
 * the outermost hands it the system's.
 */
final class ClockedKeys extends JWKSetSourceWrapper<SecurityContext> {

  private final Clock clock;

  ClockedKeys(JWKSetSource<SecurityContext> source, Clock clock) {
    super(source);
    this.clock = clock;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long systemTime, @Nullable SecurityContext context)
      throws KeySourceException {
    return getSource().getJWKSet(refresh, clock.millis(), context);
  }
}
