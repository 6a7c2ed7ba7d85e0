package io.feedbackplatform.core.member;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * Who belongs to which tenant. Every change is judged by {@link Team} and leaves one entry in the
 * tenant's audit, in one step with it; what is refused, or changes nothing, leaves none.
 */
public interface Members {

  /**
   * Adds a member. Does nothing when the person is one: what is stored wins.
   *
   * @throws io.feedbackplatform.core.DomainException.SeatsExhausted when members and open
   *     invitations take all seats of the tenant's plan
   */
  void add(TenantId tenant, Member member, Actor actor);

  /**
   * Gives a member another role.
   *
   * @return the member as they are now
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such member
   * @throws io.feedbackplatform.core.DomainException.RoleTooLow when the actor may not
   * @throws io.feedbackplatform.core.DomainException.LastOwner when nobody else is an owner
   */
  Member changeRole(TenantId tenant, UserId user, Role role, Actor actor);

  /**
   * Ends a membership. {@link #find} knows it at once.
   *
   * @throws io.feedbackplatform.core.DomainException.NotFound when there is no such member
   * @throws io.feedbackplatform.core.DomainException.RoleTooLow when the actor may not
   * @throws io.feedbackplatform.core.DomainException.LastOwner when nobody else is an owner
   */
  void remove(TenantId tenant, UserId user, Actor actor);

  /** The membership as it stands now, read consistently. */
  Optional<Member> find(TenantId tenant, UserId user);

  /** Everybody, those who joined first first, read consistently. */
  List<Member> list(TenantId tenant);

  /**
   * The tenants of a person, at most 100, in order of their ids; a change may take a second to
   * show. This is how a tenant becomes known, and therefore takes none: whoever acts on the answer
   * confirms it with {@link #find}.
   */
  List<Membership> ofUser(UserId user);
}
