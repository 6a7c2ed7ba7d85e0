package io.feedbackplatform.api.apikey;

import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.apikey.RevokeApiKey;
import io.feedbackplatform.core.apikey.RotateApiKey;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiKeyConfiguration {

  @Bean
  ApiKeyDirectory apiKeyDirectory(Storage storage, ApiSettings settings, Clock clock) {
    return new ApiKeyDirectory(
        storage.apiKeys(), settings.keyPeppers(), clock, Ticker.systemTicker());
  }

  @Bean
  IssueApiKey issueApiKey(Storage storage, ApiSettings settings, Clock clock) {
    return new IssueApiKey(storage.apiKeys(), settings.keyPeppers(), clock);
  }

  @Bean
  RotateApiKey rotateApiKey(Storage storage, ApiSettings settings, Clock clock) {
    return new RotateApiKey(storage.apiKeys(), settings.keyPeppers(), clock);
  }

  @Bean
  RevokeApiKey revokeApiKey(Storage storage, Clock clock) {
    return new RevokeApiKey(storage.apiKeys(), clock);
  }
}
