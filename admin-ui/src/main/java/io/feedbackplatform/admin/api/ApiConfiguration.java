package io.feedbackplatform.admin.api;

import io.feedbackplatform.admin.settings.ConsoleSettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
  private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(5);

  @Bean
  ApiClient apiClient(ConsoleSettings settings, JsonMapper json) {
    return new ApiClient(
        settings.apiUrl(), settings.gatewayKey(), new ApiBodies(json), TOTAL_TIMEOUT);
  }
}
