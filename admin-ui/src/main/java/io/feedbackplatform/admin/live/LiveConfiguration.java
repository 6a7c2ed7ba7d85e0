package io.feedbackplatform.admin.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  @Bean
  VirtualThreadTimer liveTimer() {
    return new VirtualThreadTimer();
  }

  @Bean
  LiveUpdates liveUpdates(Timer timer) {
    return new LiveUpdates(timer);
  }
}
