package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a team.
 *
 * @param role viewer, agent, admin or owner
 * @param invitedAs the address that their invitation went to, if there was one
 */
public record Member(String userId, String role, Instant since, @Nullable String invitedAs) {

  public Member {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(since, "since");
  }
}
