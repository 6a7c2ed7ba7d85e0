package io.feedbackplatform.infra.local.issuer;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who can sign in.
 *
 * @param sub the id that never changes, even when the username does
 * @param username what is typed at sign-in, here always an e-mail address
 * @param groups the Cognito groups; none is the usual case
 */
public record Account(UUID sub, String username, String password, List<String> groups) {

  public Account {
    if (username.isBlank() || password.isBlank()) {
      throw new IllegalArgumentException("An account needs a username and a password.");
    }
    groups = List.copyOf(groups);
  }

  @Override
  public String toString() {
    return "Account[" + username + "]";
  }
}
