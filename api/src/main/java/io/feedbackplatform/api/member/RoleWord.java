package io.feedbackplatform.api.member;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.core.member.Role;
import java.util.Arrays;
import java.util.Locale;

/** How a role is spelt in bodies. */
final class RoleWord {

  private static final String NEEDED = "Send one of viewer, agent, admin and owner.";

  private RoleWord() {}

  static String of(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** The role that the body names; any when it names none, which the fields remember. */
  static Role in(JsonFields fields) {
    var word = fields.requiredText("role", NEEDED);
    return Arrays.stream(Role.values())
        .filter(role -> of(role).equals(word))
        .findFirst()
        .orElseGet(() -> {
          fields.refuse("role", "invalid_role", NEEDED);
          return Role.VIEWER;
        });
  }
}
