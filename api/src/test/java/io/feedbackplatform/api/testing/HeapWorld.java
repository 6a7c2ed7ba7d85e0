package io.feedbackplatform.api.testing;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.recount.RecountQueue;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.storage.Storage;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Storage in the heap, a clock that stands still, an issuer whose keys are at hand. */
@TestConfiguration(proxyBeanMethods = false)
public class HeapWorld {

  static final String ISSUER = "https://issuer.example/pool";

  @Bean
  @Primary
  MutableClock testClock() {
    return new MutableClock(TestObjects.NOW);
  }

  @Bean
  @Primary
  Storage testStorage(MutableClock clock) {
    return new InMemoryStorage(clock);
  }

  /** What is sent there, nobody carries out. */
  @Bean
  @Primary
  RecountQueue testRecountQueue() {
    return (tenant, id) -> {};
  }

  @Bean
  TestIssuer testIssuer() {
    return new TestIssuer(ISSUER);
  }

  @Bean
  @Primary
  JWKSource<SecurityContext> testKeys(TestIssuer issuer) {
    return new ImmutableJWKSet<>(issuer.publicKeys());
  }
}
