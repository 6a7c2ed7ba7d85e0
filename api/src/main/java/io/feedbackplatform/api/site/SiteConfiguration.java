package io.feedbackplatform.api.site;

import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

  /** Before the security chain, whose order is -100: a preflight carries no credential. */
  private static final int BEFORE_SECURITY = -110;

  @Bean
  SiteDirectory siteDirectory(Storage storage, Clock clock) {
    return new SiteDirectory(storage, clock, Ticker.systemTicker());
  }

  @Bean
  FilterRegistrationBean<PreflightFilter> preflightFilter(SiteDirectory sites, Problems problems) {
    var registration = new FilterRegistrationBean<>(new PreflightFilter(sites, problems));
    registration.setOrder(BEFORE_SECURITY);
    return registration;
  }
}
