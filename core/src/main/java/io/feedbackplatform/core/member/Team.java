package io.feedbackplatform.core.member;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All members of a tenant at one moment, and the rules of changing them: members are managed by
 * administrators, nobody touches or grants a role above their own, everybody may leave, and the
 * last owner stays. A store asks it about the members that its change is conditional on.
 */
public record Team(List<Member> members) {

  public Team {
    members =
        members.stream()
            .sorted(
                Comparator.comparing(Member::since).thenComparing(member -> member.user().value()))
            .toList();
  }

  public Optional<Member> find(UserId user) {
    return members.stream().filter(member -> member.user().equals(user)).findFirst();
  }

  /** The member in the new role. */
  public Member changedRole(UserId user, Role role, Actor actor) {
    var member = find(user).orElseThrow(DomainException.NotFound::new);
    requireManager(actor, member.role());
    requireManager(actor, role);
    if (role != Role.OWNER) {
      requireAnotherOwner(member);
    }
    return member.as(role);
  }

  /** The member who goes. */
  public Member removed(UserId user, Actor actor) {
    var member = find(user).orElseThrow(DomainException.NotFound::new);
    if (!isThemself(actor, user)) {
      requireManager(actor, member.role());
    }
    requireAnotherOwner(member);
    return member;
  }

  /**
   * @throws DomainException.RoleTooLow when the actor may not let people into the team in this role
   */
  public void requireManager(Actor actor, Role of) {
    switch (actor.kind()) {
      case PLATFORM, OPERATOR -> {}
      case API_KEY -> throw new DomainException.RoleTooLow("API keys do not manage members.");
      case PERSON -> {
        var role = find(new UserId(actor.id())).map(Member::role);
        if (!role.map(own -> own.includes(Role.ADMIN) && own.includes(of)).orElse(false)) {
          throw new DomainException.RoleTooLow(
              "Managing members takes the role admin, and the role owner where an owner is concerned. Ask"
                  + " an owner of the tenant.");
        }
      }
    }
  }

  /**
   * @throws DomainException.OwnerExists when there is somebody to invite others
   */
  public void requireNoOwner() {
    if (members.stream().anyMatch(member -> member.role() == Role.OWNER)) {
      throw new DomainException.OwnerExists();
    }
  }

  /**
   * @param openInvitations whose guests have a seat already
   * @throws DomainException.SeatsExhausted when nobody more may come
   */
  public void requireSeat(long openInvitations, int seats) {
    if (members.size() + openInvitations >= seats) {
      throw new DomainException.SeatsExhausted(seats);
    }
  }

  private void requireAnotherOwner(Member member) {
    if (member.role() == Role.OWNER
        && members.stream().filter(other -> other.role() == Role.OWNER).count() == 1) {
      throw new DomainException.LastOwner();
    }
  }

  private static boolean isThemself(Actor actor, UserId user) {
    return actor.kind() == Actor.Kind.PERSON && actor.id().equals(user.value());
  }
}
