package io.feedbackplatform.api.member;

import io.feedbackplatform.api.mail.OutgoingMail;
import io.feedbackplatform.core.mail.Mailer;
import io.feedbackplatform.core.member.InvitationMail;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(MemberConfiguration.class);

  @Bean
  InvitePerson invitePerson(Storage storage, Clock clock, Mailer mailer, OutgoingMail outgoing) {
    var settings = outgoing.settings();
    return new InvitePerson(
        storage.invitations(),
        clock,
        settings == null
            ? null
            : new InvitationMail(mailer, storage.tenants()::find, settings.console()),
        failure ->
            LOG.atWarn()
                .addKeyValue("cause", failure.toString())
                .log("An invitation was mailed, which could not be noted"));
  }
}
