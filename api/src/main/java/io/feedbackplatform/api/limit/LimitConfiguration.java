package io.feedbackplatform.api.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.limit.LocalRateLimiter;
import io.feedbackplatform.core.limit.RateLimiter;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(LimitConfiguration.class);

  private static final int MOST_BUCKETS = 50_000;
  private static final Duration MEMORY = Duration.ofMinutes(10);

  @Bean
  TenantPlans tenantPlans(Storage storage) {
    return new TenantPlans(storage, Ticker.systemTicker());
  }

  @Bean
  RateLimiter rateLimiter(Storage storage, Clock clock) {
    return new RateLimiter(
        storage.buckets(),
        memory(),
        clock,
        away -> LOG.atWarn().addKeyValue("cause", away.toString()).log(RateLimiter.ALONE));
  }

  private static <K, V> ConcurrentMap<K, V> memory() {
    return Caffeine.newBuilder()
        .maximumSize(MOST_BUCKETS)
        .expireAfterAccess(MEMORY)
        .executor(Runnable::run)
        .<K, V>build()
        .asMap();
  }

  /** What was let through before a snapshot was not let through by its copies. */
  @Bean
  SnapshotPart rateLimiterSnapshot(RateLimiter limiter) {
    return new SnapshotPart() {
      @Override
      public void renew() {
        limiter.forget();
      }
    };
  }

  @Bean
  PersonLimit personLimit(ApiSettings settings, Clock clock) {
    return new PersonLimit(new LocalRateLimiter<>(settings.plans().person(), memory(), clock));
  }

  /** Stands in each security chain, behind who is calling and before what they may. */
  @Bean
  FilterRegistrationBean<LimitFilter> limitFilter(
      TenantPlans plans,
      ApiSettings settings,
      RateLimiter limiter,
      PersonLimit people,
      Problems problems) {
    var registration =
        new FilterRegistrationBean<>(
            new LimitFilter(new Charges(plans, settings), limiter, people, problems));
    registration.setEnabled(false);
    return registration;
  }
}
