package io.feedbackplatform.admin.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

  @Bean
  ConsoleSettings consoleSettings(Environment environment) {
    return ConsoleSettings.from(environment::getProperty);
  }
}
