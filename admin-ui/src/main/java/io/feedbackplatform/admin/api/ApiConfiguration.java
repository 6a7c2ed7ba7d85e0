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
  ApiCalls apiCalls(ConsoleSettings settings, JsonMapper json) {
    return new ApiCalls(
        settings.apiUrl(), settings.gatewayKey(), new ApiBodies(json), TOTAL_TIMEOUT);
  }

  @Bean
  ApiClient apiClient(ApiCalls calls) {
    return new ApiClient(calls);
  }

  @Bean
  FiguresClient figuresClient(ApiCalls calls) {
    return new FiguresClient(calls);
  }

  @Bean
  SettingsClient settingsClient(ApiCalls calls) {
    return new SettingsClient(calls);
  }

  @Bean
  TeamClient teamClient(ApiCalls calls) {
    return new TeamClient(calls);
  }

  @Bean
  ApiKeysClient apiKeysClient(ApiCalls calls) {
    return new ApiKeysClient(calls);
  }

  @Bean
  SitesClient sitesClient(ApiCalls calls) {
    return new SitesClient(calls);
  }

  @Bean
  UsageClient usageClient(ApiCalls calls) {
    return new UsageClient(calls);
  }

  @Bean
  AuditClient auditClient(ApiCalls calls) {
    return new AuditClient(calls);
  }
}
