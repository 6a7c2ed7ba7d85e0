package io.feedbackplatform.api.usage;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.quota.MonthlyQuota;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(UsageConfiguration.class);

  private static final int MOST_TENANTS = 10_000;

  /** What each tenant has used, as this process knows it. */
  static final class KnownUsage implements SnapshotPart {

    private final ConcurrentMap<TenantId, MonthlyQuota.Known> known =
        Caffeine.newBuilder()
            .maximumSize(MOST_TENANTS)
            .executor(Runnable::run)
            .<TenantId, MonthlyQuota.Known>build()
            .asMap();

    @Override
    public void renew() {
      known.clear();
    }
  }

  @Bean
  KnownUsage knownUsage() {
    return new KnownUsage();
  }

  @Bean
  MonthlyQuota monthlyQuota(Storage storage, ApiSettings settings, Clock clock, KnownUsage usage) {
    return new MonthlyQuota(
        storage.analytics(),
        storage.notices(),
        settings.plans(),
        clock,
        usage.known,
        away -> LOG.atWarn().addKeyValue("cause", away.toString()).log(MonthlyQuota.UNKNOWN));
  }
}
