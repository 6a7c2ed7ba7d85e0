package io.feedbackplatform.api.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

  @Bean
  ApiSettings apiSettings(Environment environment) {
    return ApiSettings.read(environment::getProperty);
  }
}
