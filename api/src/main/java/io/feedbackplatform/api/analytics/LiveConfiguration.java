package io.feedbackplatform.api.analytics;

import io.feedbackplatform.api.tenant.TenantDirectory;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  private static final Duration LENGTH = Duration.ofMinutes(1);

  /** What a function answers is held back until it is whole, and paid for by its length. */
  @Bean
  LiveStreams liveStreams(
      Storage storage,
      TenantDirectory tenants,
      JsonMapper json,
      Clock clock,
      Environment environment) {
    var function = environment.getProperty("AWS_LAMBDA_FUNCTION_NAME");
    return new LiveStreams(
        new ReadLiveFigures(storage.analytics(), tenants, json, clock),
        function == null ? LENGTH : Duration.ZERO);
  }
}
