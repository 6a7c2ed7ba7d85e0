package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that is open.
 *
 * @param mailedAt when its mail was handed over; null when it was not sent
 * @param token the secret of its link; in the answer to its making only
 */
public record Invitation(
    String invitationId,
    String email,
    String role,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant mailedAt,
    @Nullable String token) {

  public Invitation {
    Objects.requireNonNull(invitationId, "invitationId");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Invitation[" + invitationId + "]";
  }
}
