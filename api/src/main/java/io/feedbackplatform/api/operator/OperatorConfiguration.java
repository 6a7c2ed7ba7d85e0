package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.operator.GrantOperator;
import io.feedbackplatform.core.operator.ProvisionTenant;
import io.feedbackplatform.core.recount.OrderRecount;
import io.feedbackplatform.core.recount.RecountQueue;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

  /** Under the peppers, since those are the same in all regions, and the former stays a while. */
  @Bean
  ProvisionTenant provisionTenant(
      Storage storage, InvitePerson invitations, ApiSettings settings, Clock clock) {
    return new ProvisionTenant(
        storage.provisioning(), invitations, settings.keyPeppers().derive("provisioning"), clock);
  }

  @Bean
  OrderRecount orderRecount(Storage storage, RecountQueue queue, Clock clock) {
    return new OrderRecount(storage.recountOrders(), queue, clock);
  }

  @Bean
  GrantOperator grantOperator(Storage storage, Clock clock) {
    return new GrantOperator(storage.operatorGrants(), clock);
  }
}
