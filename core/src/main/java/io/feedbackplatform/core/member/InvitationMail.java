package io.feedbackplatform.core.member;

import io.feedbackplatform.core.mail.Mail;
import io.feedbackplatform.core.mail.Mailer;
import io.feedbackplatform.core.mail.Part;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The mail by which somebody learns that they are invited, and how to accept. */
public final class InvitationMail {

  private static final int LONGEST_NAME = 80;

  private final Mailer mailer;
  private final Function<TenantId, Optional<Tenant>> tenants;
  private final URI console;

  /**
   * @param console where the console is, without a slash at the end
   */
  public InvitationMail(Mailer mailer, Function<TenantId, Optional<Tenant>> tenants, URI console) {
    this.mailer = mailer;
    this.tenants = tenants;
    this.console = console;
  }

  /**
   * @throws io.feedbackplatform.core.mail.MailNotSentException when nobody took it
   */
  public void send(TenantId tenant, Invitation invitation, InvitationToken token) {
    var name = tenants.apply(tenant).map(Tenant::name).map(InvitationMail::cut).orElse("A team");
    var role = invitation.role().name().toLowerCase(Locale.ROOT);
    mailer.send(
        tenant,
        Mail.of(
            invitation.email(),
            name + " invites you to its feedback",
            List.of(
                Part.paragraph(
                    "You are invited to join the team of \u201c"
                        + name
                        + "\u201d as "
                        + role
                        + "."),
                Part.link("Accept the invitation", link(token)),
                Part.paragraph(
                    "The link works once, until "
                        + invitation.expiresAt()
                        + ". Whoever has it can"
                        + " use it, so please do not pass it on."),
                Part.paragraph(
                    "If you do not know what this is about, you can ignore this message."))));
  }

  /**
   * The token comes behind the number sign, which browsers send to no server: it is in no log of an
   * address.
   */
  private URI link(InvitationToken token) {
    return URI.create(console + "/invitations/accept#" + token.value());
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "\u2026";
  }
}
