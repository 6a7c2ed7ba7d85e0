package io.feedbackplatform.api.member;

import io.feedbackplatform.api.mail.OutgoingMail;
import io.feedbackplatform.core.mail.Mailer;
import io.feedbackplatform.core.member.InvitationMail;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

  @Bean
  InvitePerson invitePerson(Storage storage, Clock clock, Mailer mailer, OutgoingMail outgoing) {
    var settings = outgoing.settings();
    return new InvitePerson(
        storage.invitations(),
        clock,
        settings == null
            ? null
            : new InvitationMail(mailer, storage.tenants()::find, settings.console()));
  }
}
