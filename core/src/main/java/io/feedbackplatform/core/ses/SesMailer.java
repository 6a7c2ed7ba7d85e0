package io.feedbackplatform.core.ses;

import io.feedbackplatform.core.mail.Mail;
import io.feedbackplatform.core.mail.MailNotSentException;
import io.feedbackplatform.core.mail.Mailer;
import io.feedbackplatform.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;

/**
 * Sends by Amazon SES. The message's parts are handed over apart, so that SES writes the headers:
 * nothing of ours builds one. The client retries, and says for how long.
 */
public final class SesMailer implements Mailer {

  private final SesV2Client client;
  private final String from;

  /**
   * @param from an address of an identity that SES knows to be ours
   */
  public SesMailer(SesV2Client client, String from) {
    this.client = client;
    this.from = from;
  }

  @Override
  public void send(TenantId tenant, Mail mail) {
    try {
      client.sendEmail(request ->
          request
              .fromEmailAddress(from)
              .destination(to -> to.toAddresses(mail.to().value()))
              .emailTags(tag -> tag.name("tenant").value(tenant.value()))
              .content(content ->
                  content.simple(message ->
                      message
                          .subject(utf8(mail.subject()))
                          .body(body -> body.text(utf8(mail.text())).html(utf8(mail.html()))))));
    } catch (SdkException refused) {
      throw new MailNotSentException("SES did not take a message", refused);
    }
  }

  private static Content utf8(String words) {
    return Content.builder().data(words).charset(StandardCharsets.UTF_8.name()).build();
  }
}
