package io.feedbackplatform.api.tenant;

import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.core.storage.Storage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class TenantConfiguration {

  @Bean
  TenantDirectory tenantDirectory(Storage storage) {
    return new TenantDirectory(storage.tenants(), Ticker.systemTicker());
  }

  @Bean
  WebMvcConfigurer tenantGate(TenantDirectory tenants) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new TenantGate(tenants));
      }
    };
  }
}
