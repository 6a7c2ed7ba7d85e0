package io.feedbackplatform.core;

import java.time.Duration;
import java.util.List;

/**
 * A refusal that the caller can do something about. Its message is written for the caller and never
 * quotes stored data.
 */
public abstract sealed class DomainException extends RuntimeException {

  private DomainException(String message) {
    super(message);
  }

  /** The input breaks one or more rules; every broken rule is listed, each naming its field. */
  public static final class InvalidInput extends DomainException {
    private final transient List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
      super(
          "Some of what was sent cannot be accepted. Correct each entry of 'errors' and send again.");
      if (violations.isEmpty()) {
        throw new IllegalArgumentException("an invalid input names at least one violation");
      }
      this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
      return violations;
    }
  }

  /** No site key was sent where one is needed. */
  public static final class SiteKeyMissing extends DomainException {
    public SiteKeyMissing() {
      super("Send the key of the site in the X-Site-Key header. It begins with 'fbpk_'.");
    }
  }

  /** The site key is malformed, was never issued, or was revoked: all three look the same. */
  public static final class SiteKeyUnknown extends DomainException {
    public SiteKeyUnknown() {
      super(
          "This site key is not in use. Put the current key of the site into the widget's tag or the X-Site-Key header.");
    }
  }

  /** The page's origin is not on the list of the key's site. */
  public static final class OriginNotAllowed extends DomainException {
    public OriginNotAllowed() {
      super(
          "Pages of this origin may not use this site key. Add the page's origin (scheme, host and port) to the site's"
              + " allowed origins, or use the key of the site that it belongs to.");
    }
  }

  /** The tenant has as many sites as it may. */
  public static final class TooManySites extends DomainException {
    public TooManySites() {
      super("A tenant has at most 100 sites. Change one that is no longer needed instead.");
    }
  }

  /** The site has as many keys in use as it may. */
  public static final class TooManySiteKeys extends DomainException {
    public TooManySiteKeys() {
      super(
          "A site has at most 20 keys in use, replaced ones that have not ended included. Revoke one that no page"
              + " sends any more, then send this again.");
    }
  }

  /** The tenant has as many API keys in use as it may. */
  public static final class TooManyApiKeys extends DomainException {
    public TooManyApiKeys() {
      super(
          "A tenant has at most 50 API keys in use. Revoke one that no partner needs any more, then send this"
              + " again; a secret that leaked is replaced by rotating its key.");
    }
  }

  /** Another key has taken the place of this one already. */
  public static final class SiteKeyReplaced extends DomainException {
    public SiteKeyReplaced() {
      super(
          "This key was replaced before and is about to end. Rotate the key that took its place ('replacedBy'), or"
              + " revoke this one to end it now.");
    }
  }

  /** The API key is revoked or expired, and no change brings it back. */
  public static final class ApiKeyEnded extends DomainException {
    public ApiKeyEnded() {
      super("This API key is revoked or has expired. Make a new one for its partner.");
    }
  }

  /** The site asks its pages for the solution of a challenge, and none came. */
  public static final class ChallengeRequired extends DomainException {
    public ChallengeRequired() {
      super(
          "This site asks for proof of work. Get a challenge from GET /widget/challenge, solve it, and send the solution"
              + " in 'check.solution'.");
    }
  }

  /**
   * What came solves no challenge of this site, or one that was shown before: both look the same.
   */
  public static final class ChallengeFailed extends DomainException {
    public ChallengeFailed() {
      super(
          "This is not the solution of a challenge of this site that is still unused. Get a new challenge from GET"
              + " /widget/challenge, solve it, and send the same again.");
    }
  }

  /** The challenge was solved, and is too old. */
  public static final class ChallengeExpired extends DomainException {
    public ChallengeExpired() {
      super(
          "This challenge is older than 20 minutes. Get a new one from GET /widget/challenge, solve it, and send the same"
              + " again.");
    }
  }

  /** The idempotency key came before with other content. */
  public static final class IdempotencyKeyReused extends DomainException {
    public IdempotencyKeyReused() {
      super(
          "This Idempotency-Key was used for other content. Use a new key for new content, the same key only to repeat.");
    }
  }

  /** The same idempotency key is being worked on at this moment. */
  public static final class IdempotencyInProgress extends DomainException {
    public IdempotencyInProgress() {
      super(
          "A request with this Idempotency-Key is still in progress. Wait a second and send the same request again.");
    }
  }

  /** What was asked for does not exist, or belongs to somebody else: both look the same. */
  public static final class NotFound extends DomainException {
    public NotFound() {
      super("There is nothing here under this address. Check the id.");
    }
  }

  /** Somebody changed it since the caller read it. */
  public static final class Outdated extends DomainException {
    public Outdated() {
      super(
          "This has changed since you read it. Read it again, decide anew, and send that with the ETag of what you"
              + " read then, or send it without If-Match to change it whatever it is like.");
    }
  }

  /** The role of whoever asks does not reach that far. */
  public static final class RoleTooLow extends DomainException {
    public RoleTooLow(String message) {
      super(message);
    }
  }

  /** A tenant always has an owner, and this was the last. */
  public static final class LastOwner extends DomainException {
    public LastOwner() {
      super("This is the only owner. Make another member an owner first, then send this again.");
    }
  }

  /** Who comes next is up to the owner that the tenant has. */
  public static final class OwnerExists extends DomainException {
    public OwnerExists() {
      super(
          "This tenant has an owner, who invites others by POST /members/invitations. Ask the owner to.");
    }
  }

  /** Members and open invitations take all seats of the plan. */
  public static final class SeatsExhausted extends DomainException {
    public SeatsExhausted(int seats) {
      super(
          "All "
              + seats
              + " seats of the plan are taken by members and open invitations. Remove a member, revoke an"
              + " invitation or change to a larger plan, then send this again.");
    }
  }

  /** Who accepts an invitation is of the team. */
  public static final class AlreadyMember extends DomainException {
    public AlreadyMember() {
      super(
          "You belong to this team already. The invitation stays open; ask an administrator to change your role.");
    }
  }

  /** The invitation was never made, was used or revoked, or is too old: all look the same. */
  public static final class InvitationInvalid extends DomainException {
    public InvitationInvalid() {
      super(
          "This invitation is not open. Links work once and for 7 days; ask for a new one where you got it from.");
    }
  }

  /** The tenant has made as many invitations in this hour as it may. */
  public static final class TooManyInvitations extends DomainException {
    private final transient Duration wait;

    /**
     * @param wait until when there may be more
     */
    public TooManyInvitations(Duration wait) {
      super(
          "Many invitations were sent in this hour. Wait until the next one begins, and send this again.");
      this.wait = wait;
    }

    /** How long to wait. */
    public Duration waiting() {
      return wait;
    }
  }

  /** The tenant reads, and writes nothing until an operator reactivates it. */
  public static final class TenantSuspended extends DomainException {
    public TenantSuspended() {
      super(
          "This tenant is suspended: everything can be read, nothing changed. Ask the platform's operators to"
              + " reactivate it, then send this again.");
    }
  }

  /** The tenant reads, and writes nothing until an operator cancels its deletion. */
  public static final class TenantDeletionScheduled extends DomainException {
    public TenantDeletionScheduled() {
      super(
          "This tenant is going to be deleted: everything can be read, nothing changed. Ask the platform's operators"
              + " to cancel the deletion, then send this again.");
    }
  }

  /** The tenant is being recounted, or about to be. */
  public static final class RecountUnderWay extends DomainException {
    public RecountUnderWay() {
      super(
          "A recount of this tenant is under way. Wait until it has ended, which GET"
              + " /operator/tenants/{tenantId}/recounts tells, then send this again.");
    }
  }

  /** What an operator wants of a tenant does not go with the state that it is in. */
  public static final class TenantConflict extends DomainException {
    private TenantConflict(String message) {
      super(message);
    }

    public static TenantConflict deletionScheduled() {
      return new TenantConflict(
          "The deletion of this tenant is scheduled. Cancel it first, then send this again.");
    }

    public static TenantConflict removalBegan() {
      return new TenantConflict(
          "The grace is over and this tenant is being removed. Provision a new one if it is needed again.");
    }
  }
}
