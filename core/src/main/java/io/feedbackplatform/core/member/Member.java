package io.feedbackplatform.core.member;

import io.feedbackplatform.core.contact.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in a tenant's team.
 *
 * @param invitedAs the address that their invitation went to, by which the team may recognise them;
 *     no proof of who they are; null for who was not invited
 */
public record Member(UserId user, Role role, Instant since, @Nullable EmailAddress invitedAs) {

  /** Somebody who was not invited. */
  public Member(UserId user, Role role, Instant since) {
    this(user, role, since, null);
  }

  /** The same person in another role. */
  public Member as(Role other) {
    return new Member(user, other, since, invitedAs);
  }
}
