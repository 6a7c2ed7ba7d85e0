package io.feedbackplatform.api.mail;

import io.feedbackplatform.core.mail.Mail;
import io.feedbackplatform.core.mail.MailNotSentException;
import io.feedbackplatform.core.mail.Mailer;
import io.feedbackplatform.core.tenant.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators of mail that nobody took, without its words or its reader. */
final class LoggedMailer implements Mailer {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedMailer.class);

  private final Mailer mailer;

  LoggedMailer(Mailer mailer) {
    this.mailer = mailer;
  }

  @Override
  public void send(TenantId tenant, Mail mail) {
    try {
      mailer.send(tenant, mail);
    } catch (MailNotSentException refused) {
      // What SES says may quote the address: its kind is enough, and SES's own log has the rest.
      var cause = refused.getCause();
      LOG.atError()
          .addKeyValue("of", tenant.value())
          .addKeyValue("cause", cause == null ? "none" : cause.getClass().getSimpleName())
          .log("mail was not sent");
      throw refused;
    }
  }
}
