package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.member.Invitation;
import io.feedbackplatform.core.member.InvitationToken;
import io.feedbackplatform.core.member.UserId;
import org.jspecify.annotations.Nullable;

/** Who is to own a new tenant. */
public sealed interface FirstOwner {

  /** A person who can sign in already. */
  record Known(UserId user) implements FirstOwner {}

  /**
   * A person who gets an invitation.
   *
   * @param token null where nobody can tell it any more
   */
  record Invited(Invitation invitation, @Nullable InvitationToken token) implements FirstOwner {}
}
