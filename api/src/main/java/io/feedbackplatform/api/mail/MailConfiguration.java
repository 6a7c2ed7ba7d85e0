package io.feedbackplatform.api.mail;

import io.feedbackplatform.api.storage.StorageSettings;
import io.feedbackplatform.core.mail.MailNotSentException;
import io.feedbackplatform.core.mail.Mailer;
import io.feedbackplatform.core.ses.SesMailer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  @Bean
  OutgoingMail outgoingMail(Environment environment) {
    return new OutgoingMail(MailSettings.read(environment::getProperty));
  }

  @Bean
  Mailer mailer(OutgoingMail outgoing, StorageSettings storage) {
    var settings = outgoing.settings();
    return settings == null
        ? (tenant, mail) -> {
          throw new MailNotSentException("no sender is set up", null);
        }
        : new LoggedMailer(
            new MailerOnDemand(() -> new SesMailer(client(storage.region()), settings.from())));
  }

  /** An attempt takes two seconds at most, all attempts five: the caller waits for the answer. */
  private static SesV2Client client(Region region) {
    return SesV2Client.builder()
        .region(region)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(2)))
        .overrideConfiguration(limits ->
            limits
                .apiCallAttemptTimeout(Duration.ofSeconds(2))
                .apiCallTimeout(Duration.ofSeconds(5)))
        .build();
  }
}
