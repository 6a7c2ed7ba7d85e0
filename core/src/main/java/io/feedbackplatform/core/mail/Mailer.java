package io.feedbackplatform.core.mail;

import io.feedbackplatform.core.tenant.TenantId;

/** Hands mail to whoever delivers it. */
@FunctionalInterface
public interface Mailer {

  /**
   * Returns when the message is in the hands of who delivers it, who tries for days by themselves.
   * Whether it arrives is not known.
   *
   * @param tenant in whose name it is sent
   * @throws MailNotSentException when nobody took it, after some seconds of trying at most
   */
  void send(TenantId tenant, Mail mail);
}
