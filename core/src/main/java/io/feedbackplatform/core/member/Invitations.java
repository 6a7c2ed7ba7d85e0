package io.feedbackplatform.core.member;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * Who may join which team. Every change is judged by {@link Team} and leaves one entry in the
 * tenant's audit, in one step with it; what is refused leaves none.
 */
public interface Invitations {

  /**
   * Keeps an invitation, with the hash of its token.
   *
   * @throws io.feedbackplatform.core.DomainException.RoleTooLow when the actor may not let people
   *     in in this role
   * @throws io.feedbackplatform.core.DomainException.SeatsExhausted when members and open
   *     invitations take all seats of the tenant's plan
   * @throws io.feedbackplatform.core.DomainException.TooManyInvitations when the tenant made many
   *     links in this hour
   */
  void create(TenantId tenant, Invitation invitation, InvitationToken token, Actor actor);

  /**
   * Keeps an invitation to a tenant that has no owner, and makes void what was open for one. It
   * takes no seat that could be missing.
   *
   * @param invitation of an owner
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such tenant
   * @throws io.feedbackplatform.core.DomainException.OwnerExists when it has one
   * @throws io.feedbackplatform.core.DomainException.TenantConflict when it is to be deleted
   * @throws io.feedbackplatform.core.DomainException.TooManyInvitations when many links were made
   *     in this hour
   */
  void createForOwner(
      TenantId tenant, Invitation invitation, InvitationToken token, Actor operator);

  /**
   * Gives an open invitation another token and time; the token before it is void.
   *
   * @return the invitation as it is now, not mailed yet
   * @throws io.feedbackplatform.core.DomainException.NotFound when none such is open
   * @throws io.feedbackplatform.core.DomainException.RoleTooLow when the actor may not
   * @throws io.feedbackplatform.core.DomainException.TooManyInvitations when the tenant made many
   *     links in this hour
   */
  Invitation renew(
      TenantId tenant, InvitationId invitation, Instant until, InvitationToken token, Actor actor);

  /**
   * Remembers that the mail with this token was handed over. Does nothing when the invitation has
   * another token by now, or is gone. It changes nothing that anybody may do, and is not audited.
   */
  void noteMailed(TenantId tenant, InvitationId invitation, InvitationToken token, Instant at);

  /** Those that are open, newest first, read consistently. */
  List<Invitation> list(TenantId tenant);

  /**
   * Makes an invitation void.
   *
   * @throws io.feedbackplatform.core.DomainException.NotFound when none such is open
   * @throws io.feedbackplatform.core.DomainException.RoleTooLow when the actor may not
   */
  void revoke(TenantId tenant, InvitationId invitation, Actor actor);

  /**
   * Makes a person a member and uses the invitation up. This is the look-up of a credential, by
   * which a tenant becomes known, and therefore takes none.
   *
   * @param actor the person
   * @throws io.feedbackplatform.core.DomainException.InvitationInvalid when there is none such that
   *     is open
   * @throws io.feedbackplatform.core.DomainException.AlreadyMember when the person is a member; the
   *     invitation stays open
   * @throws io.feedbackplatform.core.DomainException.TenantSuspended when the tenant is
   * @throws io.feedbackplatform.core.DomainException.TenantDeletionScheduled when the tenant is
   *     going to be deleted; the invitation stays open, too
   */
  Membership accept(InvitationToken token, Actor actor);
}
