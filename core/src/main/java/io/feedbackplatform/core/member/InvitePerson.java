package io.feedbackplatform.core.member;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.mail.MailNotSentException;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Invites somebody to a team, for {@link #OPEN}, and sends them the link. The invitation is kept
 * first. Whether its mail was handed over is then part of it: who invites is told, and mends it
 * with {@link #again}.
 */
public final class InvitePerson {

  /** How long an invitation can be accepted. */
  public static final Duration OPEN = Duration.ofDays(7);

  private final Invitations invitations;
  private final Clock clock;
  private final @Nullable InvitationMail mail;
  private final Consumer<RuntimeException> unnoted;

  /**
   * @param mail null where no mail is sent, and who invites passes the link on
   * @param unnoted hears of each time that a mail was handed over and that could not be kept
   */
  public InvitePerson(
      Invitations invitations,
      Clock clock,
      @Nullable InvitationMail mail,
      Consumer<RuntimeException> unnoted) {
    this.invitations = invitations;
    this.clock = clock;
    this.mail = mail;
    this.unnoted = unnoted;
  }

  /** Without mail. */
  public InvitePerson(Invitations invitations, Clock clock) {
    this(invitations, clock, null, failure -> {});
  }

  /** An invitation and its secret, which is nowhere else but in the mail. */
  public record Invited(Invitation invitation, InvitationToken token) {}

  /**
   * @throws io.feedbackplatform.core.DomainException.RoleTooLow when the actor may not let people
   *     in in this role
   * @throws io.feedbackplatform.core.DomainException.TooManyInvitations when the tenant made many
   *     links in this hour
   */
  public Invited invite(TenantId tenant, EmailAddress email, Role role, Actor actor) {
    var invitation = made(email, role);
    var token = InvitationToken.random();
    invitations.create(tenant, invitation, token, actor);
    return sent(tenant, invitation, token);
  }

  /**
   * Invites somebody to own a tenant that nobody owns yet; what was open for an owner is void.
   *
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such tenant
   * @throws io.feedbackplatform.core.DomainException.OwnerExists when it has an owner
   * @throws io.feedbackplatform.core.DomainException.TenantConflict when it is to be deleted
   * @throws io.feedbackplatform.core.DomainException.TooManyInvitations when many links were made
   *     in this hour
   */
  public Invited inviteOwner(TenantId tenant, EmailAddress email, Actor operator) {
    var invitation = made(email, Role.OWNER);
    var token = InvitationToken.random();
    invitations.createForOwner(tenant, invitation, token, operator);
    return sent(tenant, invitation, token);
  }

  private Invitation made(EmailAddress email, Role role) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Invitation(InvitationId.random(), email, role, now, until(now));
  }

  /**
   * Makes another link for an open invitation, and sends it; the one before it is void.
   *
   * @throws io.feedbackplatform.core.DomainException.NotFound when none such is open
   * @throws io.feedbackplatform.core.DomainException.RoleTooLow when the actor may not
   * @throws io.feedbackplatform.core.DomainException.TooManyInvitations when the tenant made many
   *     links in this hour
   */
  public Invited again(TenantId tenant, InvitationId id, Actor actor) {
    var token = InvitationToken.random();
    var invitation = invitations.renew(tenant, id, until(clock.instant()), token, actor);
    return sent(tenant, invitation, token);
  }

  /**
   * Sends the mail of an invitation that is kept, unless that was done, or it has another link by
   * now, or is not open any more.
   *
   * @param token null when nobody knows it any more
   * @return the invitation as it is known now
   */
  public Invitation mail(TenantId tenant, Invitation kept, @Nullable InvitationToken token) {
    var open =
        invitations.list(tenant).stream()
            .filter(
                each -> each.id().equals(kept.id()) && each.expiresAt().equals(kept.expiresAt()))
            .findAny()
            .orElse(null);
    if (open == null) {
      return kept;
    }
    return open.mailedAt() == null && token != null ? sent(tenant, open, token).invitation() : open;
  }

  private Invited sent(TenantId tenant, Invitation invitation, InvitationToken token) {
    if (mail == null) {
      return new Invited(invitation, token);
    }
    try {
      mail.send(tenant, invitation, token);
    } catch (MailNotSentException kept) {
      return new Invited(invitation, token);
    }
    var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      invitations.noteMailed(tenant, invitation.id(), token, at);
    } catch (RuntimeException failure) {
      // Who is told of a failure asks again, for another seat and another mail.
      unnoted.accept(failure);
    }
    return new Invited(invitation.mailed(at), token);
  }

  private static Instant until(Instant now) {
    return now.plus(OPEN).truncatedTo(ChronoUnit.SECONDS);
  }
}
