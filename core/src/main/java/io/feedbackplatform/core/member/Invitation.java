package io.feedbackplatform.core.member;

import io.feedbackplatform.core.contact.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may join a team.
 *
 * @param email whom the link was meant for; it is not proof of who accepts
 * @param role what they will be
 * @param expiresAt from when on it is void, in seconds
 * @param mailedAt when a mail with the newest link was handed over for delivery, in seconds; null
 *     when it was not, or nobody knows
 */
public record Invitation(
    InvitationId id,
    EmailAddress email,
    Role role,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant mailedAt) {

  /** One whose mail has yet to be sent. */
  public Invitation(
      InvitationId id, EmailAddress email, Role role, Instant createdAt, Instant expiresAt) {
    this(id, email, role, createdAt, expiresAt, null);
  }

  public boolean isOpenAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** The same with another link, which is open until then and not mailed yet. */
  public Invitation renewed(Instant until) {
    return new Invitation(id, email, role, createdAt, until);
  }

  /** The same, whose mail was handed over. */
  public Invitation mailed(Instant at) {
    return new Invitation(id, email, role, createdAt, expiresAt, at);
  }
}
