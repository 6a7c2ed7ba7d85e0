package io.feedbackplatform.core.member;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Invites somebody to a team, for {@link #OPEN}. */
public final class InvitePerson {

  /** How long an invitation can be accepted. */
  public static final Duration OPEN = Duration.ofDays(7);

  private final Invitations invitations;
  private final Clock clock;

  public InvitePerson(Invitations invitations, Clock clock) {
    this.invitations = invitations;
    this.clock = clock;
  }

  /** An invitation and its secret, which is nowhere else. */
  public record Invited(Invitation invitation, InvitationToken token) {}

  /**
   * @throws io.feedbackplatform.core.DomainException.RoleTooLow when the actor may not let people
   *     in in this role
   */
  public Invited invite(TenantId tenant, EmailAddress email, Role role, Actor actor) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var expiresAt = now.plus(OPEN).truncatedTo(ChronoUnit.SECONDS);
    var invitation = new Invitation(InvitationId.random(), email, role, now, expiresAt);
    var token = InvitationToken.random();
    invitations.create(tenant, invitation, token, actor);
    return new Invited(invitation, token);
  }
}
