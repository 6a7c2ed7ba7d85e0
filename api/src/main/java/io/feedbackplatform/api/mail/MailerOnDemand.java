package io.feedbackplatform.api.mail;

import io.feedbackplatform.core.mail.Mail;
import io.feedbackplatform.core.mail.Mailer;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mailer with the first mail: most processes send none, and a start pays for a client.
 */
final class MailerOnDemand implements Mailer {

  private final Supplier<Mailer> maker;
  private @Nullable Mailer made;

  MailerOnDemand(Supplier<Mailer> maker) {
    this.maker = maker;
  }

  @Override
  public void send(TenantId tenant, Mail mail) {
    mailer().send(tenant, mail);
  }

  private synchronized Mailer mailer() {
    var mailer = made;
    if (mailer == null) {
      mailer = maker.get();
      made = mailer;
    }
    return mailer;
  }
}
