package io.feedbackplatform.core.member;

import io.feedbackplatform.core.contact.EmailAddress;
import java.time.Instant;

/**
 * That somebody may join a team.
 *
 * @param email whom the link was meant for; it is not proof of who accepts
 * @param role what they will be
 * @param expiresAt from when on it is void, in seconds
 */
public record Invitation(
    InvitationId id, EmailAddress email, Role role, Instant createdAt, Instant expiresAt) {

  public boolean isOpenAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
